namespace Legator.Core.Resources.Agents;

/// <summary>When an agent runs; cron wins over interval, and without either only triggers and people start runs.</summary>
public sealed record ScheduleSpec
{
    /// <summary>Five cron fields: minute, hour, day of month, month, day of week.</summary>
    public string? Cron { get; init; }

    /// <summary>Time between runs as a Go duration, e.g. 15m or 6h; used where cron is not set.</summary>
    public string? Interval { get; init; }

    /// <summary>IANA name of the zone in which cron is read, e.g. Europe/Berlin.</summary>
    public string Timezone { get; init; } = "UTC";

    /// <summary>How far a slot may be shifted, as a Go duration; 0s for none. Unset: a tenth of the interval, at most 30s.</summary>
    public string? Jitter { get; init; }

    /// <summary>What becomes of a slot while a run of the agent is unfinished. Unset: Forbid.</summary>
    public ConcurrencyPolicy? ConcurrencyPolicy { get; init; }

    /// <summary>What becomes of slots that passed while nobody could make their runs. Unset: last.</summary>
    public MissedSlots? MissedSlots { get; init; }

    /// <summary>What else starts a run.</summary>
    public IReadOnlyList<TriggerSpec> Triggers { get; init; } = [];
}
