namespace Legator.Core.Resources.Agents;

/// <summary>Slots of an agent that have no run, for one reason. Slots that pass while it is paused, and slots of an earlier schedule, are not among them: nothing is due then.</summary>
public sealed record DroppedSlots
{
    /// <summary>Why.</summary>
    public required SlotDropReason Reason { get; init; }

    /// <summary>How many since the agent was created.</summary>
    public required long Count { get; init; }

    /// <summary>The latest of them.</summary>
    public DateTimeOffset? Latest { get; init; }
}
