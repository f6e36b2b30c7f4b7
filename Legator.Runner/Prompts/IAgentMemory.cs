using Legator.Core.Resources.State;
using Legator.Core.Runs;

namespace Legator.Runner.Prompts;

/// <summary>What an agent remembers.</summary>
internal interface IAgentMemory
{
    /// <summary>The entries that still count.</summary>
    Task<IReadOnlyDictionary<string, StateEntry>> ReadAsync(AgentKey agent, CancellationToken cancellationToken);
}
