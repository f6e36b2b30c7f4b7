using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>
/// Says how a run ended. In this order: what could not be done at all failed; an effect that nobody knows about, or a refusal that the agent wants escalated, is handed
/// to a person; a run that was refused everything it tried is blocked; all else that brought a report succeeded, its refusals being on record.
/// </summary>
internal static class RunOutcome
{
    public static RunFinished Of(SessionState state, RunSnapshot snapshot)
    {
        var calls = state.Calls.Where(c => c.Reported is null).ToList();
        var blocked = calls.Count(c => c.WasBlocked);
        var executed = calls.Count(c => c.WasExecuted);
        var counts = $"{executed} of {calls.Count} actions executed, {blocked} blocked.";
        return state switch
        {
            _ when calls.Any(c => c.IsUnknown) => Finished(RunPhase.Escalated, "OutcomeUnknown", Unknown(calls, counts)),
            { Failure: { } failure } => Finished(RunPhase.Failed, "ModelFailed", failure.Message),
            { Turns: [.., { IsRefused: true }] } => Finished(RunPhase.Failed, "ModelRefused", $"The model refused to go on: the report holds what it said. {counts}"),
            _ when string.IsNullOrWhiteSpace(state.Report?.Report) => Finished(RunPhase.Failed, "NoReport", $"The model gave no report. {counts}"),
            _ when calls.Any(c => c.WantsPerson) => Finished(RunPhase.Escalated, "PreConditionsEscalated", $"A pre-condition does not hold, and the action sheet wants a person to look at it. {counts}"),
            _ when blocked > 0 && snapshot.Agent.Spec.Guardrails.Escalation is not null => Finished(RunPhase.Escalated, "ActionsEscalated", $"Guardrails refused {Actions(blocked)}, and the agent escalates refusals. {counts}"),
            _ when blocked > 0 && !calls.Any(c => c.WasTried) => Finished(RunPhase.Blocked, "ActionsBlocked", $"Guardrails refused everything that the run tried. {counts}"),
            { Turns: [.., { IsTruncated: true }] } => Finished(RunPhase.Succeeded, "ReportTruncated", $"The report was cut off at the model's token limit. {counts}"),
            { Format: > SessionFormat.Second, Turns: [.., { Reply.Request.ReportFor: { } why }] } when snapshot.Undo is { DryRun: not true } undo && UndoRest.IsLeft(state, undo) => CutShort(why, counts),
            _ => Succeeded(state, snapshot.Limits, counts),
        };
    }

    private static RunFinished Succeeded(SessionState state, RunSnapshotLimits limits, string counts)
    {
        if (state.Turns is [.., { HasCalls: true }, { Reply.Request.ReportFor: TurnPlan.Time }])
        {
            return Finished(RunPhase.Succeeded, "TimeUsedUp", $"The report was asked for when the {limits.TimeoutMs / 1000.0:0.#} s of the run were nearly over. {counts}");
        }

        if (state.Format > SessionFormat.First ? state.Turns is [.., { HasCalls: true }, { Reply.Request.ReportFor: TurnPlan.Budget }] : TurnPlan.LastWasForcedByBudget(state, limits))
        {
            return Finished(RunPhase.Succeeded, "BudgetUsedUp", $"The report was asked for when the budget of {limits.TokenBudget} tokens was nearly used up. {counts}");
        }

        return state.Turns is [.., { HasCalls: true }, _] && state.Turns.Count >= limits.MaxIterations
            ? Finished(RunPhase.Succeeded, "TurnsUsedUp", $"The report was asked for in the last of {limits.MaxIterations} turns. {counts}")
            : Finished(RunPhase.Succeeded, "Completed", counts);
    }

    private static RunFinished CutShort(string why, string counts) => Finished(
        RunPhase.Failed,
        why switch { TurnPlan.Time => "TimeUsedUp", TurnPlan.Budget => "BudgetUsedUp", _ => "TurnsUsedUp" },
        $"The undo had to end before everything was taken back: ask for it again, which takes back what is left. {counts}");

    /// <summary>A refusal ended the run: a person wanted that, or nobody answered in time.</summary>
    public static RunFinished GivenUp(SessionState state)
    {
        var call = state.Calls.First(c => c.EndsRun);
        var said = call.Decision!;
        return said.Expired
            ? Finished(RunPhase.Escalated, "EscalationUnanswered", $"{call.Call.Tool} was refused, and nobody answered the escalation in time: the run ends, as guardrails.escalation.onTimeout says.")
            : Finished(RunPhase.Escalated, "EscalationStopped", $"{call.Call.Tool} was refused, and {said.DecidedBy} ended the run for it{(said.Reason is { } reason ? $": {reason}" : ".")}");
    }

    /// <summary>Somebody ended the run.</summary>
    public static RunFinished Cancelled(SessionState state)
    {
        var (by, why) = (state.Cancelled!.By, state.Cancelled.Reason);
        var calls = state.Calls.Where(c => c.Reported is null).ToList();
        var told = $"{by} ended the run{(why is null ? "" : $" ({why})")}. {calls.Count(c => c.WasExecuted)} of {calls.Count} actions executed.";
        return calls.Any(c => c.IsUnknown)
            ? Finished(RunPhase.Escalated, "OutcomeUnknown", Unknown(calls, told))
            : Finished(RunPhase.Cancelled, by == RunCancelled.BySchedule ? "Replaced" : "Cancelled", told);
    }

    private static string Unknown(List<SessionCall> calls, string rest)
    {
        var why = calls.Any(c => c.Completed is { InDoubt: true }) ? "whose answer was lost" : "that a stop interrupted";
        return $"Nothing shows whether {Actions(calls.Count(c => c.IsUnknown))} took effect {why}: look at the targets. {rest}";
    }

    private static string Actions(int count) => count == 1 ? "1 action" : $"{count} actions";

    public static RunFinished TimedOut(RunSnapshotLimits limits) =>
        Finished(RunPhase.Failed, "TimedOut", $"The run used up its {limits.TimeoutMs / 1000.0:0.#} s: raise spec.model.timeout of the agent, or give it less to do.");

    public static RunFinished Finished(RunPhase phase, string reason, string message) => new(phase.ToString(), reason, message);
}
