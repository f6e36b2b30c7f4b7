using Legator.Backends.Kubernetes;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;

namespace Legator.Runner.Approvals;

/// <summary>Asks the Kubernetes API.</summary>
internal sealed class PolicyVersions(ResourceClient<LegatorAgent> agents, ResourceClient<LegatorEnvironment> environments) : IPolicyVersions
{
    public async Task<(string? Agent, string? Environment)> ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) =>
        (Of((await agents.GetAsync(agent.Namespace, agent.Name, cancellationToken))?.Metadata), Of((await environments.GetAsync(agent.Namespace, environment, cancellationToken))?.Metadata));

    private static string? Of(ObjectMeta? metadata) => metadata is null ? null : $"{metadata.Uid}/{metadata.Generation}";
}
