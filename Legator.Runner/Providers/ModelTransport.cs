using Legator.Runner.Providers.Pace;
using Legator.Runner.Providers.Streams;

namespace Legator.Runner.Providers;

/// <summary>
/// HTTP to model providers. It is apart from the other HTTP clients on purpose: completions are slow POSTs, and general-purpose
/// resilience gives them up after seconds and then sends them twice.
/// </summary>
/// <param name="time">Measures the waits.</param>
/// <param name="streamIdle">A streamed reply of which nothing comes for so long is asked for again; null for a minute.</param>
internal sealed class ModelTransport(TimeProvider time, TimeSpan? streamIdle = null) : IDisposable
{
    private const long MaxReplyBytes = 16 * 1024 * 1024;
    private const long MaxTokenBytes = 64 * 1024;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(5);
    private readonly StreamPatience _patience = new(AttemptTimeout, streamIdle ?? TimeSpan.FromMinutes(1));

    private readonly SocketsHttpHandler _sockets = new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    /// <summary>The lines before models that limit how often they are asked.</summary>
    public ModelPaces Paces { get; } = new(time);

    /// <summary>A client for one run; its connections are shared.</summary>
    /// <param name="connection">Says how often failed requests are repeated, and whether replies are streamed. The headers and tokens of its credential are sent with each request; its key is the provider's to send.</param>
    /// <param name="stream">Makes what reads a streamed reply of the vendor.</param>
    /// <param name="rewrite">Puts something before the wire that sees each request once, whatever its retries; null for nothing.</param>
    public HttpClient Client(ModelConnection connection, Func<ReplyStream> stream, Func<HttpMessageHandler, HttpMessageHandler>? rewrite = null)
    {
        var credential = connection.Credential;
        var streams = connection.Model.Streaming is true;
        HttpMessageHandler wire = credential.Tokens is { } tokens ? new BearerHandler(_sockets, tokens) : _sockets;
        wire = streams ? new StreamingHandler(wire, stream, _patience, MaxReplyBytes, time) : wire;
        HttpMessageHandler patient = new ModelRetryHandler(wire, connection.MaxRetries, MaxReplyBytes, streams ? null : AttemptTimeout, Paces.Of(connection.Model), () => Paces.Refused(connection.Model), time);
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

    public void Dispose()
    {
        _sockets.Dispose();
        Paces.Dispose();
    }
}
