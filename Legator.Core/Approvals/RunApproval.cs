using Legator.Core.Resources.Approvals;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Approvals;

/// <summary>One question of a run to people, and what came of it, as the run's journal tells it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Asked">The question.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Judged">The judgement that led to it, with the exact call.</param>
public sealed record RunApproval(RunKey Run, ApprovalRequested Asked, DateTimeOffset AskedAt, ActionJudged Judged)
{
    /// <summary>Hash of the journal entry that asks; no two questions have the same.</summary>
    public required string Entry { get; init; }

    /// <summary>The decision; null when there is none.</summary>
    public ApprovalDecided? Decided { get; init; }

    /// <summary>When it was decided, or counted as expired.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>True when nobody decided in time.</summary>
    public bool Expired { get; init; }

    /// <summary>True when the run ended before anybody decided.</summary>
    public bool Abandoned { get; init; }

    /// <summary>True while a decision counts.</summary>
    public bool IsOpen => Decided is null && !Expired && !Abandoned;

    /// <summary>Where it stands.</summary>
    public ApprovalPhase Phase => Decided is { Approved: true } ? ApprovalPhase.Approved
        : Decided is not null ? ApprovalPhase.Denied
        : Expired || Abandoned ? ApprovalPhase.Expired
        : ApprovalPhase.Pending;
}
