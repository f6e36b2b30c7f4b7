using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Runner.Providers;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Sessions;

/// <summary>What the model is told about one of its calls.</summary>
internal static class ToolAnswer
{
    private const string Recorded = "Reported.";

    /// <param name="call">The call.</param>
    /// <param name="most">Most bytes of what the tool said; null for all.</param>
    public static FunctionResultContent Of(SessionCall call, int? most = null)
    {
        var result = new FunctionResultContent(call.Call.Id, Sentence(call, most));
        (OutcomeOf(call) with { Asked = call.Asked is not null }).AttachTo(result);
        return result;
    }

    private static CallOutcome OutcomeOf(SessionCall call) => call switch
    {
        { Reported: { } reported } => new CallOutcome(VerdictOutcome.Allow, GuardrailReason.Allowed, reported.Problem ?? Recorded, Failed: reported.Problem is not null),
        { Completed: { } done } => new CallOutcome(VerdictOutcome.Allow, Reason(call), done.Result, Failed: !done.Succeeded),
        { Interrupted: { } cut } => new CallOutcome(
            VerdictOutcome.Allow,
            Reason(call),
            cut.Message,
            Failed: cut.Outcome == InterruptedOutcome.Unknown,
            Repeatable: cut.Outcome is InterruptedOutcome.ReadLost or InterruptedOutcome.NotExecuted),
        { Judged.Verdict: { } verdict } => new CallOutcome(verdict.Outcome, verdict.Reason, verdict.Message),
        _ => new CallOutcome(VerdictOutcome.Deny, GuardrailReason.NotJudged, "It was not judged."),
    };

    private static GuardrailReason Reason(SessionCall call) => call.Judged?.Verdict.Reason ?? GuardrailReason.NotJudged;

    private static string Sentence(SessionCall call, int? most) => call switch
    {
        { Reported.Problem: { } problem } => $"INVALID, nothing was reported: {problem}",
        { Reported: not null } => Recorded,
        { Completed: { Succeeded: true } done } => UntrustedText.Wrap(call.Call.Tool, Excerpt.Of(done.Result, most)),
        { Completed: { InDoubt: true } lost } => $"FAILED, and nobody knows whether it took effect: do not repeat it, and report it.\n{UntrustedText.Wrap(call.Call.Tool, Excerpt.Of(lost.Result, most))}",
        { Completed: { } failed } => $"FAILED: the tool reported an error.\n{UntrustedText.Wrap(call.Call.Tool, Excerpt.Of(failed.Result, most))}",
        { Interrupted: { } cut } => $"{Interruption(cut.Outcome)} {cut.Message}",
        { Judged.Verdict: { Outcome: VerdictOutcome.NeedsApproval } verdict } => $"NEEDS APPROVAL: {verdict.Message}",
        { Judged.Verdict: { Reason: GuardrailReason.UnknownTool or GuardrailReason.InvalidArguments, Remedy: { } remedy } mistake } => $"BLOCKED ({mistake.Reason}): {mistake.Message} {remedy}",
        { Judged: { AwaitsAnswer: true, Verdict: { } verdict }, Decision: { } said } => $"BLOCKED ({verdict.Reason}): {verdict.Message} {(said.Expired ? "Nobody answered the escalation in time" : $"{said.DecidedBy} knows of it")}: go on without it.",
        { Judged.Verdict: { } verdict } => $"BLOCKED ({verdict.Reason}): {verdict.Message}",
        _ => "BLOCKED: it was not judged.",
    };

    private static string Interruption(InterruptedOutcome outcome) => outcome switch
    {
        InterruptedOutcome.Executed => "INTERRUPTED, but it took effect: do not repeat it.",
        InterruptedOutcome.Unknown => "INTERRUPTED, and nobody knows whether it took effect: do not repeat it, and report it.",
        _ => "INTERRUPTED without effect: ask again if you still need it.",
    };
}
