using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;

namespace Legator.Runner.Gate;

/// <summary>Brings a judgement into the form that may be written: whatever the model or the world put into it is redacted.</summary>
internal static class Recording
{
    private const int LongestSentence = 600;

    public static Judgement Of(ActionDigest digest, ToolCall call, IReadOnlyList<ProposedAction> actions, Verdict verdict, Permit? permit, Redactor redactor) =>
        new(digest, redactor.Redact(call.Arguments), [.. actions.Select(a => Of(a, redactor))], Of(verdict, redactor), permit);

    /// <summary>What was seen of the pre-conditions; null where there are none.</summary>
    public static IReadOnlyList<PreConditionResult>? Of(IReadOnlyList<PreConditionResult> seen, Redactor redactor) =>
        seen.Count == 0 ? null : [.. seen.Select(s => s with { Check = redactor.Redact(s.Check), Message = Sentence(s.Message, redactor), Read = s.Read is null ? null : Sentence(s.Read, redactor) })];

    private static ProposedAction Of(ProposedAction action, Redactor redactor) => action with
    {
        Target = new CanonicalTarget(redactor.Redact(action.Target.Text)) { Namespace = action.Target.Namespace, Collection = action.Target.Collection },
        BlockedBecause = action.BlockedBecause is null ? null : redactor.Redact(action.BlockedBecause),
        BlockedUnless = action.BlockedUnless is null ? null : redactor.Redact(action.BlockedUnless),
    };

    private static Verdict Of(Verdict verdict, Redactor redactor) => verdict with
    {
        Message = Sentence(verdict.Message, redactor),
        Remedy = verdict.Remedy is null ? null : Sentence(verdict.Remedy, redactor),
        Rollback = verdict.Rollback is null ? null : Sentence(verdict.Rollback, redactor),
        Trace = [.. verdict.Trace.Select(t => new CheckTrace(t.Check, t.Outcome, t.Reason, Sentence(t.Message, redactor)) { Input = Sentence(t.Input, redactor) })],
    };

    // A model may write a name of any length, and sentences quote it.
    private static string Sentence(string text, Redactor redactor)
    {
        var redacted = redactor.Redact(text);
        return redacted.Length <= LongestSentence ? redacted : string.Concat(redacted.AsSpan(0, LongestSentence - 1), "…");
    }
}
