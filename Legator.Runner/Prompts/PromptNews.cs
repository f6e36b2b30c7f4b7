using Legator.Core.Connectivity;
using Legator.Core.Resources.Events;

namespace Legator.Runner.Prompts;

/// <summary>What happened since the agent's last run, and what stands in the way of this one.</summary>
internal sealed record PromptNews
{
    public static PromptNews None { get; } = new();

    /// <summary>Tasks that the agent gave and that are over.</summary>
    public IReadOnlyList<AgentEvent> Answers { get; init; } = [];

    /// <summary>What of the environment's network answers; null where nothing was looked at.</summary>
    public ConnectivityReport? Network { get; init; }
}
