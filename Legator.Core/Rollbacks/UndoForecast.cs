using Legator.Core.Guardrails;

namespace Legator.Core.Rollbacks;

/// <summary>What the gate would answer a call of an undo, where the run only shows it: nothing is executed, nobody is asked, and the answer is kept beside the checks that gave it.</summary>
public static class UndoForecast
{
    private const string Check = "dry-run";

    /// <summary>The verdict of a dry run.</summary>
    /// <param name="verdict">What the gate says of the call.</param>
    public static Verdict Of(Verdict verdict)
    {
        var message = FateOf(verdict) switch
        {
            UndoFate.Made => $"It would be made. {verdict.Message}",
            UndoFate.Asked => $"A person would be asked: {verdict.Message}",
            UndoFate.LeftOut => $"It would be left out: {verdict.Message}",
            _ => $"It would be refused ({verdict.Reason}): {verdict.Message}",
        };
        return verdict with
        {
            Outcome = VerdictOutcome.Deny,
            Reason = GuardrailReason.DryRun,
            Message = message,
            Remedy = null,
            Trace = [.. verdict.Trace, new CheckTrace(Check, VerdictOutcome.Deny, GuardrailReason.DryRun, message)],
        };
    }

    /// <summary>What would become of the call; null for a verdict of another run.</summary>
    /// <param name="recorded">The verdict as the journal has it.</param>
    public static UndoFate? FateIn(Verdict recorded)
    {
        if (recorded.Reason != GuardrailReason.DryRun || recorded.Trace is not [.., { Check: Check }])
        {
            return null;
        }

        var asked = recorded.Trace.SkipLast(1).ToList();
        return asked.Find(t => t.Outcome == VerdictOutcome.Deny) is { } denied ? FateOf(VerdictOutcome.Deny, denied.Reason)
            : asked.Exists(t => t.Outcome == VerdictOutcome.NeedsApproval) ? UndoFate.Asked
            : UndoFate.Made;
    }

    private static UndoFate FateOf(Verdict verdict) => FateOf(verdict.Outcome, verdict.Reason);

    private static UndoFate FateOf(VerdictOutcome outcome, GuardrailReason reason) => (outcome, reason) switch
    {
        (VerdictOutcome.Allow, _) => UndoFate.Made,
        (VerdictOutcome.NeedsApproval, _) => UndoFate.Asked,
        (_, GuardrailReason.PreConditionSkipped) => UndoFate.LeftOut,
        _ => UndoFate.Refused,
    };
}
