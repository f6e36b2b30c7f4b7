using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Operator.Schedules;

/// <summary>All that decides what becomes of an agent's slots.</summary>
internal sealed record SlotFacts
{
    /// <summary>Null when the schedule cannot be read.</summary>
    public required Schedule? Schedule { get; init; }

    public required string AgentUid { get; init; }

    /// <summary>When the agent was created.</summary>
    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>How long before it fires a slot counts as due.</summary>
    public TimeSpan Lead { get; init; }

    public bool Paused { get; init; }

    /// <summary>The schedule that counted when the agent was last looked at; null when it never was.</summary>
    public string? ObservedSchedule { get; init; }

    /// <summary>Since when it counts; null for since the agent's creation.</summary>
    public DateTimeOffset? ScheduleSince { get; init; }

    /// <summary>The last slot that was handled.</summary>
    public DateTimeOffset? LastSlot { get; init; }

    /// <summary>The unfinished run of the agent; null when there is none.</summary>
    public string? ActiveRun { get; init; }

    /// <summary>Unfinished runs of the agent.</summary>
    public int Unfinished { get; init; }

    /// <summary>What becomes of a slot while there are any.</summary>
    public ConcurrencyPolicy Concurrency { get; init; }

    /// <summary>What becomes of slots that passed.</summary>
    public MissedSlots Missed { get; init; }

    /// <summary>Slots that have a run already.</summary>
    public required Func<DateTimeOffset, bool> HasRun { get; init; }

    /// <summary>How many slots after the first and before the second time have a run.</summary>
    public Func<DateTimeOffset, DateTimeOffset, int> RunsBetween { get; init; } = (_, _) => 0;

    /// <summary>Why no snapshot can be made; null when the agent can run.</summary>
    public string? Problem { get; init; }

    /// <summary>True when the agent has had any run.</summary>
    public bool HasRunBefore { get; init; }

    /// <summary>The problem that the agent's latest run failed with; null when it had none.</summary>
    public string? LastProblem { get; init; }
}
