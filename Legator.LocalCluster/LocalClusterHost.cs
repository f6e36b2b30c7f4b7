using Legator.LocalCluster.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Legator.LocalCluster;

/// <summary>A running local cluster. Disposing it ends watches, finishes the requests in flight and closes the store.</summary>
public sealed class LocalClusterHost : IAsyncDisposable
{
    private readonly ClusterServer _server;

    private LocalClusterHost(ClusterServer server) => _server = server;

    /// <summary>The kubeconfig that leads here.</summary>
    public string KubeconfigPath => _server.Data.Kubeconfig;

    /// <summary>The admin's bearer token.</summary>
    public string Token => _server.Token;

    public Uri BaseAddress => _server.Address;

    /// <summary>Starts a cluster; it serves when this returns.</summary>
    /// <exception cref="LocalClusterStartException">It cannot start; the message names the option and the reason.</exception>
    public static async Task<LocalClusterHost> StartAsync(
        LocalClusterOptions options, CancellationToken cancellationToken, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        ClusterServer server = await ClusterServer.StartAsync(options, loggers ?? NullLoggerFactory.Instance, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return new LocalClusterHost(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
