using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;

namespace Legator.Runner.Clusters;

/// <summary>The cluster that Legator itself works with. An agent is in there what its ServiceAccount may be, never what Legator is.</summary>
internal sealed class HomeCluster(DynamicClient client, AgentAccount account, string manager, ClusterCall? previewer) : IRunCluster
{
    public async Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken)
    {
        await account.RequireAsync(cancellationToken);
        return new ClusterAccess(client, account.Call, account.Identity, manager) { Previewer = previewer };
    }
}
