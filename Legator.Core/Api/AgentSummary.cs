namespace Legator.Core.Api;

/// <summary>One line of the list of agents.</summary>
public sealed record AgentSummary
{
    /// <summary>Name of the LegatorAgent.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary><c>Pending</c>, <c>Ready</c>, <c>Running</c>, <c>Error</c> or <c>Paused</c>.</summary>
    public required string Phase { get; init; }

    /// <summary><c>observe</c>, <c>recommend</c>, <c>automate-safe</c> or <c>automate-destructive</c>.</summary>
    public required string Autonomy { get; init; }

    /// <summary>Cron expression, or <c>every 5m</c> for an interval; empty when it runs on request only.</summary>
    public required string Schedule { get; init; }

    /// <summary>Time zone of the cron expression; null for UTC.</summary>
    public string? Timezone { get; init; }

    /// <summary><c>fast</c>, <c>standard</c> or <c>reasoning</c>.</summary>
    public required string ModelTier { get; init; }

    /// <summary>True when its schedule is off.</summary>
    public bool Paused { get; init; }

    /// <summary>Name of its LegatorEnvironment.</summary>
    public required string EnvironmentRef { get; init; }

    /// <summary>What the agent is for.</summary>
    public string? Description { get; init; }

    /// <summary>A sign that people know it by.</summary>
    public string? Emoji { get; init; }

    /// <summary>Runs so far.</summary>
    public long Runs { get; init; }

    /// <summary>Runs in a row, up to the last one, that did not succeed.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>When it last ran; null when it never did.</summary>
    public DateTimeOffset? LastRunTime { get; init; }

    /// <summary>Name of its last run.</summary>
    public string? LastRunName { get; init; }

    /// <summary>When its schedule next fires; null when it has none or is paused.</summary>
    public DateTimeOffset? NextRunTime { get; init; }

    /// <summary>Reason of the condition that keeps it from being Ready; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wrong and which field to change; null when nothing is.</summary>
    public string? Message { get; init; }
}
