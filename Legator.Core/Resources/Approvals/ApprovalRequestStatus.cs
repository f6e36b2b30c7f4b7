using System.ComponentModel;

namespace Legator.Core.Resources.Approvals;

/// <summary>What was decided: a view of the run's journal, which alone counts. Written by the Operator; what anybody else writes here decides nothing and is taken back.</summary>
public sealed record ApprovalRequestStatus
{
    /// <summary>Where the request stands.</summary>
    [DefaultValue(ApprovalPhase.Pending)]
    public ApprovalPhase Phase { get; init; } = ApprovalPhase.Pending;

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why, in the decider's words.</summary>
    public string? Reason { get; init; }
}
