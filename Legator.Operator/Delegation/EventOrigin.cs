using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Operator.Delegation;

/// <summary>What stands behind a task or an event.</summary>
internal sealed record EventOrigin
{
    /// <summary>The agent that gave or told.</summary>
    public required AgentKey Agent { get; init; }

    /// <summary>Its run; null when the event is not a run's.</summary>
    public RunKey? Run { get; init; }

    /// <summary>The autonomy of that run, which is the most that anything may have that comes of it.</summary>
    public required AutonomyLevel Autonomy { get; init; }

    /// <summary>True when the run had read text from outside before.</summary>
    public bool Tainted { get; init; }

    /// <summary>Which agents that agent works with, as its run knew it.</summary>
    public DelegationSpec? Rules { get; init; }

    /// <summary>The agents that led to that run, as <c>namespace/name</c>.</summary>
    public IReadOnlyList<string> Led { get; init; } = [];

    /// <summary>What a run that it starts is told of it.</summary>
    public RunSnapshotDelegation Lead(string eventName, string eventType, bool isTask) => new()
    {
        Event = eventName,
        EventType = eventType,
        IsTask = isTask,
        From = Agent.ToString(),
        Run = Run?.ToString(),
        Autonomy = Autonomy,
        Tainted = Tainted,
        Chain = [.. Led, Agent.ToString()],
    };
}
