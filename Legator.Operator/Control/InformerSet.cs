using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Approvals;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.UserPolicies;
using Legator.Operator.Runs;
using Legator.Operator.Skills;

namespace Legator.Operator.Control;

/// <summary>All that the Operator watches. Until all of it is known, missing means nothing.</summary>
internal sealed record InformerSet(
    Informer<LegatorAgent> Agents,
    Informer<LegatorEnvironment> Environments,
    Informer<ModelTierConfig> ModelTiers,
    Informer<UserPolicy> UserPolicies,
    Informer<RunHead> Runs,
    Informer<ConfigMapHead> ConfigMaps,
    Informer<AgentEvent> Events,
    Informer<ApprovalRequest> Approvals)
{
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Agents.WaitForSyncAsync(cancellationToken),
        Environments.WaitForSyncAsync(cancellationToken),
        ModelTiers.WaitForSyncAsync(cancellationToken),
        UserPolicies.WaitForSyncAsync(cancellationToken),
        Runs.WaitForSyncAsync(cancellationToken),
        ConfigMaps.WaitForSyncAsync(cancellationToken),
        Events.WaitForSyncAsync(cancellationToken),
        Approvals.WaitForSyncAsync(cancellationToken));
}
