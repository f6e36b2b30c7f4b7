using System.Net;
using System.Text;
using System.Text.Json;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Http;

/// <summary>Reads a URL. Each redirect is a call of its own that must pass the gate.</summary>
internal sealed class HttpGetTool(GuardedHttp http) : Tool<HttpGetArguments>
{
    private const int MaxBody = 8192;
    private const int MaxRedirects = 5;

    public override string Name => "http.get";

    public override string Description => "Sends an HTTP GET and returns the status line and the first 8 KiB of the body. Redirects are followed when they are allowed like the URL itself.";

    public override TimeSpan Timeout => TimeSpan.FromSeconds(10);

    protected override Task<PreparedCall> PrepareAsync(HttpGetArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (!HttpTarget.TryRead(arguments.Url, out var target, out var problem))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, problem);
        }

        var headers = HttpHeaders.Sent(arguments.Headers);
        var action = HttpClassifier.Classify(new HttpCall("GET", target, headers, null), scope.Environment.Endpoints.Values);
        return Task.FromResult(new PreparedCall([action], (context, token) => GetAsync(target, headers, context, token)));
    }

    private async Task<ToolOutput> GetAsync(HttpTarget first, IReadOnlyDictionary<string, string> headers, ToolContext context, CancellationToken cancellationToken)
    {
        var target = first;
        for (var hop = 0; ; hop++)
        {
            using var response = await SendAsync(target, headers, context.Scope, cancellationToken);
            if (Location(response, target) is not { } location)
            {
                return ToolOutput.Done(await WriteAsync(response, target == first ? null : target, cancellationToken)) with { MaxBytes = 2 * MaxBody, MaxLines = int.MaxValue };
            }

            if (hop == MaxRedirects)
            {
                return ToolOutput.Failed($"Gave up after {MaxRedirects} redirects.");
            }

            if (!HttpTarget.TryRead(location, out target, out var problem))
            {
                return ToolOutput.Failed($"HTTP {(int)response.StatusCode}: redirected to {location}. {problem}");
            }

            var arguments = JsonSerializer.SerializeToElement(new { url = target.Url.AbsoluteUri, headers });
            var verdict = await context.Rejudge(arguments, cancellationToken);
            if (verdict.Outcome != VerdictOutcome.Allow)
            {
                return ToolOutput.Failed($"HTTP {(int)response.StatusCode}: redirected to {target.Url}, which is refused ({verdict.Reason}): {verdict.Message}");
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpTarget target, IReadOnlyDictionary<string, string> headers, RunScope scope, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target.Url);
        request.Headers.UserAgent.ParseAdd("legator/0.1");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        await HttpCredentials.AddAsync(request, target, scope, cancellationToken);
        return await http.SendAsync(request, target, scope.Environment.Endpoints.Values, cancellationToken);
    }

    private static string? Location(HttpResponseMessage response, HttpTarget target) =>
        response is { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } location }
            ? new Uri(target.Url, location).AbsoluteUri
            : null;

    private static async Task<string> WriteAsync(HttpResponseMessage response, HttpTarget? landed, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"HTTP {(int)response.StatusCode} {response.ReasonPhrase}\n");
        if (landed is not null)
        {
            text.Append($"URL: {landed.Url}\n");
        }

        var type = response.Content.Headers.ContentType;
        if (type is not null)
        {
            text.Append($"Content-Type: {type}\n");
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxBody + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return text.Append('\n').Append(HttpBody.Read(buffer.AsSpan(0, Math.Min(length, MaxBody)), type?.CharSet, length > MaxBody)).ToString();
    }
}
