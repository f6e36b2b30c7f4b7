using Legator.Core.Resources.Agents;

namespace Legator.Core.Runs;

/// <summary>The agent that got this run started, and what the run may do at most because of it.</summary>
public sealed record RunSnapshotDelegation
{
    /// <summary>The task or event: name of the AgentEvent in the run's namespace.</summary>
    public required string Event { get; init; }

    /// <summary>Its type, e.g. <c>a2a.task.general</c> or <c>finding.critical</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>True for a task, which the run is to answer; false for an event that it only heard of.</summary>
    public bool IsTask { get; init; }

    /// <summary>The agent that gave the task or told of the event, as <c>namespace/name</c>.</summary>
    public required string From { get; init; }

    /// <summary>The run of that agent, as <c>namespace/name</c>; null when no run stands behind the event.</summary>
    public string? Run { get; init; }

    /// <summary>The most that the run may do by itself: the least autonomy of all agents that led to it. The agent's own guardrails above say no more than this.</summary>
    public required AutonomyLevel Autonomy { get; init; }

    /// <summary>True when the run of that agent had read text from outside before: what it wrote may be somebody else's wish.</summary>
    public bool Tainted { get; init; }

    /// <summary>The agents that led to this run, the first one first, as <c>namespace/name</c>; none of them may be asked again.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>How many agents led to this run, from 1.</summary>
    public int Depth => Chain.Count;
}
