using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Runs;

/// <summary>What a run did; written by the projector from the run's journal.</summary>
public sealed record LegatorRunStatus
{
    /// <summary>Where the run stands.</summary>
    public RunPhase? Phase { get; init; }

    /// <summary>Why the run stands there, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the run stands there, as a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The question that the run waits for an answer to; unset while it waits for none.</summary>
    public AwaitedApproval? Awaiting { get; init; }

    /// <summary>When a runner took it.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it finished.</summary>
    public DateTimeOffset? CompletionTime { get; init; }

    /// <summary>What it used.</summary>
    public UsageSummary? Usage { get; init; }

    /// <summary>What it tried, in order.</summary>
    public IReadOnlyList<ActionRecord> Actions { get; init; } = [];

    /// <summary>What the guardrails did.</summary>
    public GuardrailSummary? Guardrails { get; init; }

    /// <summary>What it found.</summary>
    public IReadOnlyList<RunFinding> Findings { get; init; } = [];

    /// <summary>What it has to say in the end.</summary>
    public string? Report { get; init; }

    /// <summary>Which journal this was projected from, and how far.</summary>
    public JournalPosition? Journal { get; init; }

    /// <summary>Aspects of the run; Complete once it has finished.</summary>
    [ListMapKey("type")]
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
