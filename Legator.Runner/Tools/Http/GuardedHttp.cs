using System.Net;
using System.Net.Sockets;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Runner.Tools.Http;

/// <summary>Makes clients that follow no redirect, keep nothing, and judge the address that is really connected to at that moment, so a name that points elsewhere by then does not get through.</summary>
internal sealed class GuardedHttp
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;

    public GuardedHttp()
        : this(System.Net.Dns.GetHostAddressesAsync)
    {
    }

    internal GuardedHttp(Func<string, CancellationToken, Task<IPAddress[]>> resolve) => _resolve = resolve;

    /// <summary>A client for one target. No connection outlives it, since the next request may be of a run that may not connect there.</summary>
    public HttpMessageInvoker Client(HttpTarget target, IReadOnlyCollection<Uri> endpoints, HttpTls? tls = null) =>
        new(Handler(address => HttpClassifier.MayConnect(target, address, endpoints), tls));

    /// <summary>What such a client is made of, where a library brings the client.</summary>
    public SocketsHttpHandler Handler(Func<IPAddress, bool> mayConnect, HttpTls? tls) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = HttpTls.Options(tls),
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, mayConnect, token),
    };

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint end, Func<IPAddress, bool> mayConnect, CancellationToken cancellationToken)
    {
        var addresses = HostAddress.Read(end.Host) is { } literal ? [literal] : await _resolve(end.Host, cancellationToken);
        var allowed = addresses.Where(mayConnect).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{end.Host} stands for an address that this run may not connect to.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
