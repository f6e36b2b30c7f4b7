using Legator.Backends.Kubernetes;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Clusters;

/// <summary>Another cluster, reached by the environment's kubeconfig. An agent acts as the kubeconfig's own user, or as its ServiceAccount over there where it names one.</summary>
internal sealed class RemoteCluster(Kubeconfig kubeconfig, string secret, AgentKey agent, string? account, RunResources resources, TimeProvider time) : IRunCluster
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private AgentAccount? _account;

    public async Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await resources.GetAsync("cluster", () => Task.FromResult(new RemoteConnection(kubeconfig.Connect(Patience, time))));
        var manager = ClusterAccess.ManagerOf(agent.Name);
        if (account is null)
        {
            return new ClusterAccess(connection.Client, ClusterAccess.Bounds, $"the user of the kubeconfig in Secret '{secret}'", manager);
        }

        _account ??= new AgentAccount(connection.Accounts, agent, account, time);
        await _account.RequireAsync(cancellationToken);
        return new ClusterAccess(connection.Client, _account.Call, _account.Identity, manager);
    }
}
