using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Agents;

/// <summary>Where an agent stands; written by the Operator.</summary>
public sealed record LegatorAgentStatus
{
    /// <summary>Where it stands, in a word; the conditions say why.</summary>
    public AgentPhase? Phase { get; init; }

    /// <summary>When its last run finished.</summary>
    public DateTimeOffset? LastRunTime { get; init; }

    /// <summary>When it runs next, jitter included; unset for an agent without a clock.</summary>
    public DateTimeOffset? NextRunTime { get; init; }

    /// <summary>The last slot of the schedule that was handled: a run was made of it, or it was skipped.</summary>
    public DateTimeOffset? LastScheduleTime { get; init; }

    /// <summary>Slots that have no run, counted by reason: between creation and lastScheduleTime each slot that was due has its run or is counted here. Unset without any.</summary>
    [ListMapKey("reason")]
    public IReadOnlyList<DroppedSlots>? DroppedSlots { get; init; }

    /// <summary>The schedule that counts, in one normal form; paused while the agent is paused.</summary>
    public string? ObservedSchedule { get; init; }

    /// <summary>Since when it counts: slots before are not made up for. Unset: since the agent was created.</summary>
    public DateTimeOffset? ScheduleSince { get; init; }

    /// <summary>The kubernetes-event triggers that count, as a hash; paused while the agent is paused. Unset without any.</summary>
    public string? ObservedTriggers { get; init; }

    /// <summary>Since when they count: Events before start no run.</summary>
    public DateTimeOffset? TriggersSince { get; init; }

    /// <summary>How many runs have finished.</summary>
    public long? RunCount { get; init; }

    /// <summary>How many of the latest runs did not succeed, up to the last that did.</summary>
    public int? ConsecutiveFailures { get; init; }

    /// <summary>Name of the last run that finished.</summary>
    public string? LastRunName { get; init; }

    /// <summary>Name of the run under way.</summary>
    public string? ActiveRun { get; init; }

    /// <summary>What its skills from git and OCI registries are pinned to; unset without any.</summary>
    public IReadOnlyList<SkillPin>? Skills { get; init; }

    /// <summary>The generation of the spec that this status was computed from.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Aspects of the agent, e.g. Ready, EnvironmentReady, Scheduled.</summary>
    [ListMapKey("type")]
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
