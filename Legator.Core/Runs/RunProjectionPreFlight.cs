using Legator.Core.Guardrails;
using Legator.Core.Resources.Runs;

namespace Legator.Core.Runs;

/// <summary>Tells a verdict in the words that earlier versions used: each of the old checks passed, or BLOCKED with the reason, or was not reached.</summary>
internal static class RunProjectionPreFlight
{
    private static readonly GuardrailReason[] Autonomy = [GuardrailReason.AutonomyExceeded];

    private static readonly GuardrailReason[] Lists = [GuardrailReason.DeniedAction, GuardrailReason.NotAllowedAction, GuardrailReason.UndeclaredAction];

    private static readonly GuardrailReason[] DeclaredData = [GuardrailReason.ProtectedDataResource];

    private static readonly GuardrailReason[] BuiltIn = [GuardrailReason.DataMutation, GuardrailReason.BlockedOutright, GuardrailReason.ProtectionClass];

    public static PreFlightResult Of(Verdict verdict) => new()
    {
        AutonomyCheck = Check(verdict, Autonomy),
        DataImpactCheck = Check(verdict, DeclaredData),
        AllowListCheck = Check(verdict, Lists),
        DataProtection = Check(verdict, BuiltIn),
        ApprovalCheck = IsAboutApproval(verdict) ? "REQUIRED" : "NOT_REQUIRED",
        ApprovalDecision = verdict.Reason switch
        {
            GuardrailReason.Approved => "APPROVED",
            GuardrailReason.ApprovalDenied => "DENIED",
            GuardrailReason.ApprovalExpired => "EXPIRED",
            _ => verdict.Outcome == VerdictOutcome.NeedsApproval ? "PENDING" : "NOT_REQUIRED",
        },
        SafetyGateOutcome = (verdict.Outcome, verdict.Reason) switch
        {
            (VerdictOutcome.NeedsApproval, _) => "NEEDS_APPROVAL",
            (VerdictOutcome.Allow, GuardrailReason.Approved) => "APPROVED",
            (VerdictOutcome.Allow, _) => "ALLOW",
            (_, GuardrailReason.ApprovalDenied) => "DENIED",
            (_, GuardrailReason.ApprovalExpired) => "EXPIRED",
            (_, GuardrailReason.CooldownActive or GuardrailReason.PreConditionSkipped or GuardrailReason.DryRun) => "SKIPPED",
            _ => "BLOCKED",
        },
        Reason = RunProjectionBounds.Cut(verdict.Message, RunProjectionBounds.Sentence),
    };

    private static bool IsAboutApproval(Verdict verdict) =>
        verdict.Outcome == VerdictOutcome.NeedsApproval || verdict.Reason is GuardrailReason.Approved or GuardrailReason.ApprovalDenied or GuardrailReason.ApprovalExpired;

    /// <summary>A refusal ends the chain, so checks after it have no answer: only what was refused or wholly passed is told.</summary>
    private static string? Check(Verdict verdict, GuardrailReason[] refusals)
    {
        if (verdict.Outcome != VerdictOutcome.Deny)
        {
            return "pass";
        }

        return refusals.Contains(verdict.Reason) ? $"BLOCKED ({verdict.Reason})" : null;
    }
}
