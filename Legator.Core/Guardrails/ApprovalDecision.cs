namespace Legator.Core.Guardrails;

/// <summary>What a person decided about exactly one call.</summary>
/// <param name="Approved">True for yes.</param>
/// <param name="DecidedBy">Who.</param>
/// <param name="ValidUntil">From then on the decision is worth nothing.</param>
public sealed record ApprovalDecision(bool Approved, string DecidedBy, DateTimeOffset ValidUntil);
