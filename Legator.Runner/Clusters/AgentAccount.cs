using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Runs;

namespace Legator.Runner.Clusters;

/// <summary>The ServiceAccount that an agent acts as. A cluster grants rights to names, whether there is an account of that name or not; Legator wants it to be there, so that nobody acts as somebody who was removed.</summary>
/// <param name="accounts">The ServiceAccounts of the cluster.</param>
/// <param name="agent">The agent.</param>
/// <param name="name">Name of the account, in the agent's namespace.</param>
/// <param name="time">The clock.</param>
internal sealed class AgentAccount(ResourceClient<ServiceAccount> accounts, AgentKey agent, string name, TimeProvider time)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);

    private long? _seenAt;

    /// <summary>In words.</summary>
    public string Identity => $"ServiceAccount {agent.Namespace}/{name}";

    /// <summary>How requests are made as it.</summary>
    public ClusterCall Call { get; } = ClusterAccess.Bounds with { ImpersonateUser = ClusterCall.As(agent.Namespace, name).ImpersonateUser };

    /// <summary>Makes sure that there is one.</summary>
    /// <exception cref="ClusterUnusableException">There is none, or nobody can say.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        if (_seenAt is { } seen && time.GetElapsedTime(seen) < Trust)
        {
            return;
        }

        if (!await ExistsAsync(cancellationToken))
        {
            throw new ClusterUnusableException(
                $"This agent acts as {Identity}, which does not exist in the cluster.",
                $"Somebody must create it (kubectl create serviceaccount {name} -n {agent.Namespace}) and bind it to a Role, or name another in the agent's spec.serviceAccountName.");
        }

        _seenAt = time.GetTimestamp();
    }

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await accounts.GetAsync(agent.Namespace, name, cancellationToken) is not null;
        }
        catch (ClusterException exception) when (exception.IsForbidden)
        {
            throw new ClusterUnusableException($"Nobody can say whether {Identity} exists, because Legator may not look: {exception.Message}", "Somebody must allow Legator to get ServiceAccounts in that namespace.");
        }
        catch (ClusterException exception)
        {
            throw new ClusterUnusableException($"The cluster could not be asked for {Identity}: {exception.Message}", "It may be tried again when the cluster answers.");
        }
    }
}
