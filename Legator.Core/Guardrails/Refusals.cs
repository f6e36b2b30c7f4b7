namespace Legator.Core.Guardrails;

/// <summary>What kind of refusal a verdict is.</summary>
public static class Refusals
{
    /// <summary>A mistake of the model, not an attempt at something forbidden: nobody is called for it.</summary>
    public static bool IsMistake(GuardrailReason reason) => reason is GuardrailReason.UnknownTool or GuardrailReason.InvalidArguments or GuardrailReason.NotPlanned;

    /// <summary>A guardrail refused it of itself: it is no mistake, no pause, and not what a person has just decided. Agents with an escalation tell somebody.</summary>
    public static bool IsEscalated(Verdict verdict) => verdict.Outcome == VerdictOutcome.Deny
        && !IsMistake(verdict.Reason)
        && verdict.Reason is not (GuardrailReason.CooldownActive or GuardrailReason.PreConditionSkipped or GuardrailReason.ApprovalDenied or GuardrailReason.ApprovalExpired or GuardrailReason.DryRun);
}
