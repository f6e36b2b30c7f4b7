using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>What the gate must answer to a call.</summary>
/// <param name="Verdict">The verdict. Default: allow.</param>
/// <param name="Reason">The reason; null for any.</param>
public sealed record RehearsalExpectation(VerdictOutcome Verdict = VerdictOutcome.Allow, GuardrailReason? Reason = null);
