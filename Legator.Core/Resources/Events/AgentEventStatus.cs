using System.ComponentModel;

namespace Legator.Core.Resources.Events;

/// <summary>Who has heard of an event; written by the Operator.</summary>
public sealed record AgentEventStatus
{
    /// <summary>Where the event stands.</summary>
    [DefaultValue(AgentEventPhase.New)]
    public AgentEventPhase Phase { get; init; } = AgentEventPhase.New;

    /// <summary>The agents that acted upon it.</summary>
    public IReadOnlyList<EventConsumer> ConsumedBy { get; init; } = [];

    /// <summary>Names of the runs that it started.</summary>
    public IReadOnlyList<string> TriggeredRuns { get; init; } = [];

    /// <summary>For deliveries of webhooks that wait: earlier ones that this one stands for, the oldest first.</summary>
    public IReadOnlyList<string>? StandsFor { get; init; }

    /// <summary>For tasks: how far it is and what came of it.</summary>
    public AgentTaskStatus? Task { get; init; }
}
