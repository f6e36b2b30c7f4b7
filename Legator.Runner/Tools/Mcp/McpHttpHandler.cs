using System.Net;
using Legator.Core.Actions.Classification.Http;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Mcp;

/// <summary>
/// Carries what a client says to one server, and to others only where it signs in there: each request must go to an origin that the environment names, a redirect must stay there,
/// the address that is really connected to is judged at that moment, and what comes back is bounded. Its connections live as long as the client does.
/// </summary>
internal sealed class McpHttpHandler : HttpMessageHandler
{
    private const int MostRedirects = 5;

    private static readonly HttpRequestOptionsKey<bool> Unfollowed = new("legator-unfollowed");

    private readonly HttpTarget _server;
    private readonly HttpCredential? _credential;
    private readonly Dictionary<string, HttpMessageInvoker> _ways = new(StringComparer.Ordinal);

    /// <param name="server">URL of the server, as the environment names it.</param>
    /// <param name="others">URLs of the servers that may be talked to besides.</param>
    /// <param name="credential">What the server is shown, and the others are not; null for nothing.</param>
    /// <param name="tls">What all connections show and trust besides; null for what the credential says.</param>
    /// <param name="http">Makes connections.</param>
    public McpHttpHandler(HttpTarget server, IEnumerable<HttpTarget> others, HttpCredential? credential, HttpTls? tls, GuardedHttp http)
    {
        (_server, _credential) = (server, credential);
        foreach (var target in others.Append(server))
        {
            var connections = http.Handler(address => HttpClassifier.MayConnect(target, address, [target.Url]), tls ?? credential?.Tls);

            // They are of one run, and end with this.
            connections.PooledConnectionLifetime = Timeout.InfiniteTimeSpan;
            _ways[target.Origin] = new HttpMessageInvoker(connections);
        }
    }

    /// <summary>Makes a request whose redirect is the answer.</summary>
    public static HttpRequestMessage Unredirected(HttpMethod method, Uri url)
    {
        var request = new HttpRequestMessage(method, url);
        request.Options.Set(Unfollowed, true);
        return request;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var origin = Read(request.RequestUri).Origin;
        var way = _ways.GetValueOrDefault(origin) ?? throw new HttpRequestException($"The server leads to {origin}, and the environment names {string.Join(", ", _ways.Keys)} only.");
        for (var hop = 0; ; hop++)
        {
            if (origin == _server.Origin)
            {
                _credential?.AddTo(request.Headers);
            }

            var response = await way.SendAsync(request, cancellationToken);
            if (Location(request, response) is not { } location)
            {
                return await BoundedAsync(response, cancellationToken);
            }

            response.Dispose();
            if (hop == MostRedirects)
            {
                throw new HttpRequestException($"The server redirected more than {MostRedirects} times.");
            }

            var target = Read(location);
            request.RequestUri = target.Origin == origin ? location : throw new HttpRequestException($"The server leads to {target.Origin}, and the environment names {origin} only.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var way in _ways.Values)
            {
                way.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static HttpTarget Read(Uri? url) =>
        HttpTarget.TryRead(url?.AbsoluteUri ?? "", out var target, out var problem) ? target : throw new HttpRequestException($"The server names an address that cannot be called. {problem}");

    /// <summary>Where a response leads; null when it is an answer. What was posted is posted again only where the server says that it should be.</summary>
    private static Uri? Location(HttpRequestMessage request, HttpResponseMessage response) => response switch
    {
        _ when request.Options.TryGetValue(Unfollowed, out _) => null,
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
