using System.Net;
using Legator.Core.Actions.Classification.Http;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Mcp;

/// <summary>
/// Carries what a client says to one server, and to no other: each request and each redirect must stay at the origin that the environment names, the address that is really
/// connected to is judged at that moment, and what comes back is bounded. Its connections live as long as the client does.
/// </summary>
internal sealed class McpHttpHandler : DelegatingHandler
{
    private const int MostRedirects = 5;

    private readonly HttpTarget _server;
    private readonly HttpCredential? _credential;

    /// <param name="server">URL of the server, as the environment names it.</param>
    /// <param name="credential">What it is shown; null for nothing.</param>
    /// <param name="http">Makes connections.</param>
    public McpHttpHandler(HttpTarget server, HttpCredential? credential, GuardedHttp http)
    {
        (_server, _credential) = (server, credential);
        var connections = http.Handler(address => HttpClassifier.MayConnect(server, address, [server.Url]), credential?.Tls);

        // They are of one run and one server, and end with this.
        connections.PooledConnectionLifetime = Timeout.InfiniteTimeSpan;
        InnerHandler = connections;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var hop = 0; ; hop++)
        {
            Check(request.RequestUri);
            _credential?.AddTo(request.Headers);
            var response = await base.SendAsync(request, cancellationToken);
            if (Location(request, response) is not { } location)
            {
                return await BoundedAsync(response, cancellationToken);
            }

            response.Dispose();
            if (hop == MostRedirects)
            {
                throw new HttpRequestException($"The server redirected more than {MostRedirects} times.");
            }

            request.RequestUri = location;
        }
    }

    private void Check(Uri? url)
    {
        if (!HttpTarget.TryRead(url?.AbsoluteUri ?? "", out var target, out var problem))
        {
            throw new HttpRequestException($"The server names an address that cannot be called. {problem}");
        }

        if (target.Origin != _server.Origin)
        {
            throw new HttpRequestException($"The server leads to {target.Origin}, and the environment names {_server.Origin} only.");
        }
    }

    /// <summary>Where a response leads; null when it is an answer. What was posted is posted again only where the server says that it should be.</summary>
    private static Uri? Location(HttpRequestMessage request, HttpResponseMessage response) => response switch
    {
        { StatusCode: HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } again } => new Uri(request.RequestUri!, again),
        { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.Found, Headers.Location: { } read } when request.Method == HttpMethod.Get => new Uri(request.RequestUri!, read),
        _ => null,
    };

    private static async Task<HttpResponseMessage> BoundedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var events = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var content = new StreamContent(new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), events ? 2 : 0));
        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = content;
        return response;
    }
}
