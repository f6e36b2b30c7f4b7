namespace Legator.Core.Api;

/// <summary>The state of the whole installation at one moment.</summary>
public sealed record StatusReport
{
    /// <summary>Version of the server.</summary>
    public required string Version { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary><c>working</c> when runs are under way, <c>idle</c> when nothing has to be done, <c>degraded</c> when something is wrong.</summary>
    public required string State { get; init; }

    /// <summary>Why it is in that state, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Agents by state.</summary>
    public required AgentCounts Agents { get; init; }

    /// <summary>Number of LegatorEnvironments.</summary>
    public int Environments { get; init; }

    /// <summary>Runs by phase.</summary>
    public required RunCounts Runs { get; init; }

    /// <summary>Succeeded runs in per cent of the finished ones; null when none has finished.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>Tokens used by all runs that are kept.</summary>
    public long TokensUsed { get; init; }

    /// <summary>When the oldest run that no runner has taken up was asked for; null when none waits.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The agent whose schedule fires next; null when none will.</summary>
    public NextRun? NextRun { get; init; }

    /// <summary>What is wrong now, each with its fix.</summary>
    public IReadOnlyList<StatusProblem> Problems { get; init; } = [];

    /// <summary>The last runs that failed, newest first; at most 5 of the last 24 hours.</summary>
    public IReadOnlyList<RunSummary> RecentErrors { get; init; } = [];
}
