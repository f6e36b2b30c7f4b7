using System.Net;
using System.Text;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Http;

/// <summary>Writes what a server answered: status, what its headers tell, and the beginning of the body.</summary>
internal static class HttpAnswer
{
    private const int MaxBody = 8192;

    // Read beyond the cut, so that a secret that lies across it is known for one.
    private const int Beyond = 2048;
    private const int MaxHeaders = 40;

    private static readonly string[] Told = ["Location", "Retry-After", "Allow", "WWW-Authenticate"];

    public static async Task<ToolOutput> WriteAsync(HttpResponseMessage response, HttpSend call, HttpTarget? landed, Redactor redactor, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"HTTP {(int)response.StatusCode} {response.ReasonPhrase}\n");
        if (landed is not null)
        {
            text.Append($"URL: {landed.Url}\n");
        }

        AppendHeaders(text, response, all: call.Method == HttpMethod.Head || call.Method == HttpMethod.Options);
        if (call.Headers.Dropped.Count > 0)
        {
            text.Append($"[not sent: {string.Join(", ", call.Headers.Dropped)}; credentials and the connection are the environment's business]\n");
        }

        if (!call.MayFollow && (int)response.StatusCode is >= 300 and < 400 && response.StatusCode != HttpStatusCode.NotModified)
        {
            text.Append("[the redirect was not followed]\n");
        }

        var type = response.Content.Headers.ContentType;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxBody + Beyond];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var body = HttpBody.Read(buffer.AsSpan(0, length), type?.MediaType, type?.CharSet, more: length == buffer.Length, MaxBody, redactor);
        var succeeded = (int)response.StatusCode < 400 || call.Method == HttpMethod.Get || call.Method == HttpMethod.Head || call.Method == HttpMethod.Options;
        return new ToolOutput(succeeded, redactor.Redact(text.ToString()) + "\n" + body) { MaxBytes = 2 * MaxBody, MaxLines = int.MaxValue };
    }

    private static void AppendHeaders(StringBuilder text, HttpResponseMessage response, bool all)
    {
        if (response.Content.Headers.ContentType is { } type)
        {
            text.Append($"Content-Type: {type}\n");
        }

        var headers = response.Headers.Concat(all ? response.Content.Headers : [])
            .Where(h => all ? !h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && h.Key != "Content-Type" : Told.Contains(h.Key, StringComparer.OrdinalIgnoreCase));
        foreach (var (name, values) in headers.Take(MaxHeaders))
        {
            text.Append($"{name}: {string.Join(", ", values)}\n");
        }
    }
}
