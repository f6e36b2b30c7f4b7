using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Legator.Core.Connectivity;

namespace Legator.ServiceDefaults.Connectivity;

/// <summary>Asks the mesh's daemon on this machine, over its unix socket or its loopback port.</summary>
internal sealed class MeshClient(ConnectivityOptions options) : IDisposable
{
    private const int MostBytes = 1024 * 1024;

    // The daemon answers only those who name it so.
    private static readonly Uri Daemon = new("http://local-tailscaled.sock");
    private static readonly JsonSerializerOptions Json = new();

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = (_, deadline) => ConnectAsync(options, deadline),
    })
    {
        BaseAddress = Daemon,
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <summary>What the daemon says of the node.</summary>
    /// <exception cref="HttpRequestException">It does not answer.</exception>
    public async Task<MeshNode> StatusAsync(CancellationToken deadline) =>
        await _http.GetFromJsonAsync<MeshNode>("/localapi/v0/status?peers=false", Json, deadline) ?? new MeshNode();

    /// <summary>How the daemon is set up; null where it does not tell us.</summary>
    public async Task<MeshPreferences?> PreferencesAsync(CancellationToken deadline)
    {
        using var answer = await _http.GetAsync("/localapi/v0/prefs", deadline);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<MeshPreferences>(Json, deadline) : null;
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(ConnectivityOptions options, CancellationToken deadline)
    {
        var local = File.Exists(options.MeshSocket);
        EndPoint end = local ? new UnixDomainSocketEndPoint(options.MeshSocket) : IPEndPoint.Parse(options.MeshAddress);
        var socket = local ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(end, deadline);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
