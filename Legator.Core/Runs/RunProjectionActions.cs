using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Runs;

/// <summary>What becomes of one action's record as its events come in.</summary>
internal static class RunProjectionActions
{
    /// <summary>Mistakes of the model, not attempts at something forbidden: nobody is called for them.</summary>
    public static bool IsMistake(GuardrailReason reason) => Refusals.IsMistake(reason);

    public static ActionRecord Judged(ActionJudged judged, DateTimeOffset time, EscalationSpec? escalation)
    {
        var verdict = judged.Verdict;
        var status = StatusOf(verdict);
        return new ActionRecord
        {
            Seq = judged.Seq,
            Timestamp = time,
            Tool = judged.Tool,
            Target = RunProjectionBounds.Cut(judged.Actions is [var first, ..] ? first.Target.Text : "unknown", RunProjectionBounds.Sentence),
            Tier = verdict.Tier,
            Verb = judged.Actions is [var action, ..] ? action.Verb : null,
            Actions = [.. judged.Actions.Take(20).Select(a => RunProjectionBounds.Cut($"{a.Verb} {a.Target.Text}", RunProjectionBounds.Sentence))],
            Digest = judged.Digest.Value,
            PreFlightCheck = RunProjectionPreFlight.Of(verdict),
            Status = status,
            Reason = verdict.Reason.ToString(),
            Message = RunProjectionBounds.Cut(verdict.Message, RunProjectionBounds.Sentence),
            Trace = [.. verdict.Trace.Select(TraceOf)],
            Escalation = escalation is not null && status == ActionStatus.Blocked && !IsMistake(verdict.Reason) ? Escalated(escalation, verdict, time) : null,
        };
    }

    public static ActionRecord Intended(ActionRecord action) => action with { Status = ActionStatus.Unknown };

    public static ActionRecord Completed(ActionRecord action, ActionCompleted completed) => action with
    {
        Status = completed switch
        {
            { InDoubt: true } => ActionStatus.Unknown,
            { Succeeded: false } => ActionStatus.Failed,
            _ when action.PreFlightCheck?.ApprovalDecision == "APPROVED" => ActionStatus.Approved,
            _ => ActionStatus.Executed,
        },
        Result = RunProjectionBounds.Cut(completed.Result, RunProjectionBounds.Result),
        DurationMs = completed.DurationMs,
    };

    public static ActionRecord Interrupted(ActionRecord action, ActionInterrupted interrupted) => action with
    {
        Status = interrupted.Outcome switch
        {
            InterruptedOutcome.Executed => ActionStatus.Executed,
            InterruptedOutcome.Unknown => ActionStatus.Unknown,
            _ => ActionStatus.Failed,
        },
        Result = RunProjectionBounds.Cut(interrupted.Message, RunProjectionBounds.Result),
    };

    /// <summary>In a finished run nothing waits any more: what nobody decided was not done.</summary>
    public static ActionRecord Closed(ActionRecord action) => action.Status != ActionStatus.PendingApproval ? action : action with
    {
        Status = ActionStatus.Blocked,
        PreFlightCheck = action.PreFlightCheck! with { ApprovalDecision = "NOT_AVAILABLE" },
    };

    private static ActionStatus StatusOf(Verdict verdict) => verdict switch
    {
        { Outcome: VerdictOutcome.Allow } => ActionStatus.Skipped,
        { Outcome: VerdictOutcome.NeedsApproval } => ActionStatus.PendingApproval,
        { Reason: GuardrailReason.CooldownActive or GuardrailReason.PreConditionSkipped or GuardrailReason.DryRun } => ActionStatus.Skipped,
        { Reason: GuardrailReason.ApprovalDenied or GuardrailReason.ApprovalExpired } => ActionStatus.Denied,
        _ => ActionStatus.Blocked,
    };

    private static Resources.Runs.CheckTrace TraceOf(Guardrails.CheckTrace trace) => new()
    {
        Check = trace.Check,
        Verdict = trace.Outcome switch
        {
            VerdictOutcome.Allow => "pass",
            VerdictOutcome.NeedsApproval => "needs-approval",
            _ => "deny",
        },
        Reason = trace.Outcome == VerdictOutcome.Allow ? null : trace.Reason.ToString(),
        Message = trace.Outcome == VerdictOutcome.Allow ? null : RunProjectionBounds.Cut(trace.Message, RunProjectionBounds.Sentence),
    };

    private static ActionEscalation Escalated(EscalationSpec escalation, Verdict verdict, DateTimeOffset time) => new()
    {
        Channel = escalation.ChannelName ?? escalation.Target.ToString().ToLowerInvariant(),
        Message = RunProjectionBounds.Cut(verdict.Message, RunProjectionBounds.Sentence),
        Timestamp = time,
    };
}
