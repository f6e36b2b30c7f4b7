using Legator.Backends.Kubernetes;
using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Scheduling;

namespace Legator.Runner.Prompts;

/// <summary>Reads what an agent remembers.</summary>
internal sealed class AgentMemory(ResourceClient<AgentState> states, TimeProvider time) : IAgentMemory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, StateEntry>> ReadAsync(AgentKey agent, CancellationToken cancellationToken)
    {
        var state = await states.GetAsync(agent.Namespace, $"{agent.Name}-state", cancellationToken);
        var now = time.GetUtcNow();
        return (state?.Status?.Entries ?? new Dictionary<string, StateEntry>())
            .Where(e => e.Value is not { Ttl: { } ttl, UpdatedAt: { } at } || !GoDuration.TryParse(ttl, out var life, out _) || at + life > now)
            .ToDictionary(e => e.Key, e => e.Value);
    }
}
