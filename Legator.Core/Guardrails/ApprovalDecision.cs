using Legator.Core.Approvals;

namespace Legator.Core.Guardrails;

/// <summary>What a person decided about exactly one call.</summary>
/// <param name="Approved">True for yes.</param>
/// <param name="DecidedBy">Who.</param>
/// <param name="ValidUntil">From then on the decision is worth nothing.</param>
public sealed record ApprovalDecision(bool Approved, string DecidedBy, DateTimeOffset ValidUntil)
{
    /// <summary>Name of the ApprovalRequest; null where there is none.</summary>
    public string? Request { get; init; }

    /// <summary>Why, in the decider's words; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Nobody decided in time, which counts as a refusal.</summary>
    public bool Expired { get; init; }

    /// <summary>What must still be so for a yes to count; null where nothing was recorded.</summary>
    public ApprovalTerms? Terms { get; init; }
}
