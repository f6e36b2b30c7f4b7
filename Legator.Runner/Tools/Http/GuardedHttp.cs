using System.Net;
using System.Net.Sockets;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Runner.Tools.Http;

/// <summary>Sends one request and follows no redirect. The address that is really connected to is judged at that moment, so a name that points elsewhere by then does not get through.</summary>
internal sealed class GuardedHttp : IDisposable
{
    private static readonly HttpRequestOptionsKey<Func<IPAddress, bool>> MayConnect = new("legator-may-connect");

    private readonly HttpMessageInvoker _client;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;

    public GuardedHttp()
        : this(System.Net.Dns.GetHostAddressesAsync)
    {
    }

    internal GuardedHttp(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _resolve = resolve;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = TimeSpan.FromSeconds(5),

            // A connection is not kept: the next request may be of a run that may not connect there.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpMessageInvoker(handler);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Sends a request.</summary>
    /// <exception cref="HttpRequestException">There was no answer, or the address may not be connected to.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpTarget target, IEnumerable<Uri> endpoints, CancellationToken cancellationToken)
    {
        request.Options.Set(MayConnect, address => HttpClassifier.MayConnect(target, address, endpoints));
        return _client.SendAsync(request, cancellationToken);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = HostAddress.Read(host) is { } literal ? [literal] : await _resolve(host, cancellationToken);
        var allowed = context.InitialRequestMessage.Options.TryGetValue(MayConnect, out var may) ? addresses.Where(may).ToArray() : [];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{host} stands for an address that this run may not connect to.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
