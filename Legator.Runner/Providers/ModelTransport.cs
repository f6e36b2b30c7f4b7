namespace Legator.Runner.Providers;

/// <summary>
/// HTTP to model providers. It is apart from the other HTTP clients on purpose: completions are slow POSTs, and general-purpose
/// resilience gives them up after seconds and then sends them twice.
/// </summary>
internal sealed class ModelTransport(TimeProvider time) : IDisposable
{
    private const long MaxReplyBytes = 16 * 1024 * 1024;

    private readonly SocketsHttpHandler _sockets = new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
    };

    /// <summary>A client for one run; its connections are shared.</summary>
    /// <param name="maxRetries">Failed requests are repeated so often.</param>
    /// <param name="headers">Sent with each request.</param>
    public HttpClient Client(int maxRetries, IReadOnlyDictionary<string, string> headers)
    {
        var client = new HttpClient(new ModelRetryHandler(_sockets, maxRetries, time), disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxReplyBytes,
        };
        foreach (var (name, value) in headers)
        {
            if (!client.DefaultRequestHeaders.TryAddWithoutValidation(name, value))
            {
                throw new ModelUnusableException($"Field '{name}' of the auth Secret is no HTTP header name: rename it.");
            }
        }

        return client;
    }

    public void Dispose() => _sockets.Dispose();
}
