using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;

namespace Legator.Runner.Clusters;

/// <summary>An open connection to another cluster; ends with the run.</summary>
internal sealed class RemoteConnection(ClusterConnection connection) : IAsyncDisposable
{
    public DynamicClient Client { get; } = new(connection);

    public ResourceClient<ServiceAccount> Accounts { get; } = new(connection);

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
