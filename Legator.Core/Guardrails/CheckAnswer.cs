namespace Legator.Core.Guardrails;

/// <summary>A check's answer.</summary>
/// <param name="Outcome">Allow means: no objection.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Message">Its input and answer in one sentence.</param>
/// <param name="Remedy">What would have to change; null when nothing may.</param>
public readonly record struct CheckAnswer(VerdictOutcome Outcome, GuardrailReason Reason, string Message, string? Remedy = null)
{
    /// <summary>No objection.</summary>
    public static CheckAnswer Pass(string message) => new(VerdictOutcome.Allow, GuardrailReason.Allowed, message);

    /// <summary>Refused.</summary>
    public static CheckAnswer Deny(GuardrailReason reason, string message, string? remedy = null) => new(VerdictOutcome.Deny, reason, message, remedy);

    /// <summary>A person must decide.</summary>
    public static CheckAnswer Ask(string message, string? remedy = null) => new(VerdictOutcome.NeedsApproval, GuardrailReason.ApprovalRequired, message, remedy);
}
