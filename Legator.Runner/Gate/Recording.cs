using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;

namespace Legator.Runner.Gate;

/// <summary>Brings a judgement into the form that may be written: whatever the model or the world put into it is redacted.</summary>
internal static class Recording
{
    public static Judgement Of(ActionDigest digest, ToolCall call, IReadOnlyList<ProposedAction> actions, Verdict verdict, Permit? permit, Redactor redactor) =>
        new(digest, redactor.Redact(call.Arguments), [.. actions.Select(a => Of(a, redactor))], Of(verdict, redactor), permit);

    private static ProposedAction Of(ProposedAction action, Redactor redactor) => action with
    {
        Target = new CanonicalTarget(redactor.Redact(action.Target.Text)) { Namespace = action.Target.Namespace, Collection = action.Target.Collection },
        BlockedBecause = action.BlockedBecause is null ? null : redactor.Redact(action.BlockedBecause),
        BlockedUnless = action.BlockedUnless is null ? null : redactor.Redact(action.BlockedUnless),
    };

    private static Verdict Of(Verdict verdict, Redactor redactor) => verdict with
    {
        Message = redactor.Redact(verdict.Message),
        Remedy = verdict.Remedy is null ? null : redactor.Redact(verdict.Remedy),
        Trace = [.. verdict.Trace.Select(t => t with { Message = redactor.Redact(t.Message) })],
    };
}
