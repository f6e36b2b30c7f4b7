using Legator.Core.Connectivity;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.State;

namespace Legator.Core.Runs.Events;

/// <summary>What a prompt tells besides the snapshot, redacted.</summary>
public sealed record PromptFacts
{
    /// <summary>What the agent remembers from earlier runs, by key; null for nothing.</summary>
    public IReadOnlyDictionary<string, StateEntry>? Remembered { get; init; }

    /// <summary>Tasks of the agent that others have answered, with no more of each than the prompt tells; null for none.</summary>
    public IReadOnlyList<AgentEvent>? Answers { get; init; }

    /// <summary>What of the environment's network does not answer; null when all does, or nothing was looked at.</summary>
    public ConnectivityReport? Network { get; init; }
}
