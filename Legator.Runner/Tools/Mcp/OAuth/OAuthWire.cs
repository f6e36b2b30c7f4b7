using System.Net.Http.Headers;
using System.Text.Json;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Carries what is said to sign in. An answer is small, comes soon, and a redirect is not followed with what was said.</summary>
/// <param name="http">Reaches the server and the authorization servers that are allowed, and nobody else; ends with this.</param>
/// <param name="time">The clock.</param>
internal sealed class OAuthWire(HttpMessageInvoker http, TimeProvider time) : IDisposable
{
    private const int MostBytes = 64 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The JSON object at a URL; null where there is none.</summary>
    /// <exception cref="McpProblemException">It cannot be had at the moment.</exception>
    public async Task<JsonElement?> FindAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var (status, body) = await SendAsync(request, cancellationToken);
        return status >= 500 ? throw new McpProblemException($"{Origin(url)} cannot be asked how to sign in at the moment (HTTP {status}).") : status is >= 200 and < 300 ? body : null;
    }

    /// <summary>Posts something that is answered with a JSON object.</summary>
    /// <exception cref="McpProblemException">It is refused; the message says why.</exception>
    public async Task<JsonElement> PostAsync(Uri url, HttpContent content, AuthenticationHeaderValue? login, CancellationToken cancellationToken)
    {
        using var request = McpHttpHandler.Unredirected(HttpMethod.Post, url);
        (request.Content, request.Headers.Authorization) = (content, login);
        var (status, body) = await SendAsync(request, cancellationToken);
        var said = body is { } json ? OAuthJson.Text(json, "error_description") ?? OAuthJson.Text(json, "error") : null;
        return status is >= 200 and < 300 && body is { } answer && OAuthJson.Text(answer, "error") is null ? answer
            : throw new McpProblemException($"The authorization server {Origin(url)} refuses (HTTP {status}){(said is null ? "." : $": {McpText.Line(said, 200)}")}");
    }

    /// <summary>Where a URL leads.</summary>
    /// <exception cref="McpProblemException">It shows something instead.</exception>
    public async Task<Uri> RedirectAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = McpHttpHandler.Unredirected(HttpMethod.Get, url);
        var (status, location) = await SendAsync(request, (response, _) => Task.FromResult(((int)response.StatusCode, response.Headers.Location)), cancellationToken);
        return location is null ? throw new McpProblemException($"{Origin(url)} wants a person to sign in (HTTP {status}).") : new Uri(url, location);
    }

    public void Dispose() => http.Dispose();

    private Task<(int Status, JsonElement? Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.ParseAdd("application/json");
        return SendAsync(request, ReadAsync, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return await read(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new McpProblemException($"{Origin(request.RequestUri!)} did not answer within {Patience.TotalSeconds:0} s.");
        }
        catch (HttpRequestException e)
        {
            throw new McpProblemException($"{Origin(request.RequestUri!)} cannot be asked how to sign in. {McpFailure.Describe(e)}");
        }
    }

    private static async Task<(int Status, JsonElement? Body)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        return ((int)response.StatusCode, OAuthJson.Object(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
    }

    private static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
