namespace Legator.Runner.Providers;

/// <summary>
/// HTTP to model providers. It is apart from the other HTTP clients on purpose: completions are slow POSTs, and general-purpose
/// resilience gives them up after seconds and then sends them twice.
/// </summary>
internal sealed class ModelTransport(TimeProvider time) : IDisposable
{
    private const long MaxReplyBytes = 16 * 1024 * 1024;
    private const long MaxTokenBytes = 64 * 1024;

    private readonly SocketsHttpHandler _sockets = new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    /// <summary>A client for one run; its connections are shared.</summary>
    /// <param name="maxRetries">Failed requests are repeated so often.</param>
    /// <param name="credential">Its headers and tokens are sent with each request; its key is the provider's to send.</param>
    /// <param name="rewrite">Puts something before the wire that sees each request once, whatever its retries; null for nothing.</param>
    public HttpClient Client(int maxRetries, ModelCredential credential, Func<HttpMessageHandler, HttpMessageHandler>? rewrite = null)
    {
        HttpMessageHandler wire = credential.Tokens is { } tokens ? new BearerHandler(_sockets, tokens) : _sockets;
        HttpMessageHandler patient = new ModelRetryHandler(wire, maxRetries, MaxReplyBytes, time);
        var client = new HttpClient(rewrite?.Invoke(patient) ?? patient, disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxReplyBytes,
        };
        foreach (var (name, value) in credential.Headers)
        {
            if (!client.DefaultRequestHeaders.TryAddWithoutValidation(name, value))
            {
                throw new ModelUnusableException($"Field '{name}' of the auth Secret is no HTTP header name: rename it.");
            }
        }

        return client;
    }

    /// <summary>A client for small questions, such as for tokens: nothing is added, and nothing repeated.</summary>
    public HttpClient Plain() => new(_sockets, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MaxTokenBytes };

    public void Dispose() => _sockets.Dispose();
}
