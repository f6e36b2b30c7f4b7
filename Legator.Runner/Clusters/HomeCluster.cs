using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Runs;

namespace Legator.Runner.Clusters;

/// <summary>The cluster that Legator itself works with.</summary>
internal sealed class HomeCluster(DynamicClient client, AgentKey agent) : IRunCluster
{
    public Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ClusterAccess(client, ClusterAccess.Bounds, "the runner itself", ClusterAccess.ManagerOf(agent.Name)));
}
