using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Prompts;
using Legator.Runner.Sessions.Reads;
using Legator.Runner.Sessions.Reports;

namespace Legator.Runner.Sessions;

/// <summary>
/// Works on one run, step by step:
/// 1 assemble the prompt; 2 match the action sheet; 3 call the model; 4 check before flight; 5 enforce the guardrails; 6 execute or block; 7 record; 8 report.
/// Which step is next follows from the journal alone, so a run that is resumed goes on where its journal ends, whoever worked on it before.
/// </summary>
internal sealed class RunSession(
    RunSnapshot snapshot,
    RunScope scope,
    ModelTurns model,
    SessionJournal journal,
    ToolGate gate,
    IRunSurroundings surroundings,
    ICancelLookout cancel,
    TimeSpan settling,
    TimeProvider time)
{
    private const string NotBegun = "It was not begun: it took long to record that it would be, and another runner may have had the run by then. You may ask again.";

    private readonly OfferedTools _tools = new(scope, journal);
    private readonly SessionQuestions _questions = new(snapshot.Agent.Spec.Guardrails, scope, journal);

    private SessionState State => journal.State;

    // A step reads the clock once: what it decides by that is recorded with what it decides.
    private TimeSpan WorkedAt(DateTimeOffset now) => State.Worked + (now - State.LastEvent);

    /// <summary>Works until the run is over or the process stops.</summary>
    /// <exception cref="JournalConflictException">Another runner holds the run.</exception>
    public async Task<SessionEnd> RunAsync(SessionStop stop)
    {
        _tools.Offer();
        while (State.Finished is null)
        {
            if (stop.Requested.IsCancellationRequested)
            {
                return SessionEnd.HandedBack;
            }

            if (State.IsWaitingAt(time.GetUtcNow()) && cancel.Order is null)
            {
                return SessionEnd.Suspended;
            }

            try
            {
                await NextStepAsync(stop);
            }
            catch (OperationCanceledException) when (stop.Requested.IsCancellationRequested)
            {
                return SessionEnd.HandedBack;
            }
            catch (OperationCanceledException) when (cancel.Wanted.IsCancellationRequested && State.Cancelled is null)
            {
                // The model is not waited for: the next step ends the run.
            }
        }

        return SessionEnd.Finished;
    }

    /// <summary>What comes next: what somebody wants to end, then what is open of the last reply, then the report or the next reply (step 8 or 3).</summary>
    private Task NextStepAsync(SessionStop stop) => State switch
    {
        { Cancelled: not null } => CloseAsync(stop),
        _ when cancel.Order is { } order => journal.AppendAsync(order),
        { Prompt: null, Tools: null } when scope.Tools is { } tools => _tools.DiscoverAsync(tools, stop.Requested),
        { Prompt: null } => AssemblePromptAsync(stop),
        { OpenCall: { IsInDoubt: true } call } => ReconcileAsync(call, stop),
        { Waiting: { } expired, OpenCall: { } call } => journal.AppendAsync(new ApprovalExpired(call.Seq, expired.Request)),
        { OpenCall: { WantsAnswer: true } call } => _questions.EscalateAsync(call, time),
        _ when State.Calls.Any(c => c.EndsRun) => EndAsync(RunOutcome.GivenUp(State)),
        { OpenCall: { } call } when ReportTool.Takes(call, State.Format) => journal.AppendAsync(ReportTool.Read(call)),
        { Turns: [.., var turn] } when PlainReads.Waiting(turn, scope, State.Format) is { Count: > 0 } reads => ReadAsync(reads, stop),
        { OpenCall: { } call } => ActAsync(call, stop),
        { Failure: not null } or { Report: not null } => EndAsync(RunOutcome.Of(State, snapshot)),
        _ when TurnPlan.IsReport(State, snapshot.Limits) => journal.AppendAsync(SessionReport.Of(State)),
        _ => CallModelAsync(stop),
    };

    /// <summary>Step 1: what the model is told first.</summary>
    private async Task AssemblePromptAsync(SessionStop stop)
    {
        var facts = await surroundings.PromptFactsAsync(snapshot, scope, stop.Requested);
        await journal.AppendAsync(model.Redacted(PromptAssembly.Assemble(snapshot, facts, State.Tools, State.Format)));
    }

    /// <summary>Step 3: the model's next reply; the last possible one has to be the report.</summary>
    private async Task CallModelAsync(SessionStop stop)
    {
        var now = time.GetUtcNow();
        var left = TimeLeft.Of(State, snapshot.Limits, WorkedAt(now));
        if (left.IsOver)
        {
            await EndAsync(RunOutcome.TimedOut(snapshot.Limits));
            return;
        }

        if (_tools.IsStale)
        {
            await _tools.RefreshAsync(stop.Requested);
            if (cancel.Order is not null)
            {
                return;
            }
        }

        var offered = model.Offer(State, gate.Offered(scope));
        var plan = model.Plan(State, offered, snapshot.Model.MaxTokens, left);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Requested, cancel.Wanted);
        using var span = ModelSpans.Begin(snapshot.Model, plan);
        var said = await model.AskAsync(State, plan, offered, now, left, either.Token);
        ModelSpans.End(span, said);
        if (said is not null)
        {
            await journal.AppendAsync(said);
        }
        else
        {
            await scope.Notices.WarnAsync("ModelTooSlow", $"{snapshot.Model.DisplayName} did not answer request {plan.Turn} while there was time to go on, so the run has to report: raise spec.model.timeout of the agent, or use a faster model.");
        }
    }

    /// <summary>Steps 2, 4, 5 (the gate matches the action sheet, gathers facts and asks every check), then 6.</summary>
    private async Task ActAsync(SessionCall call, SessionStop stop)
    {
        var now = time.GetUtcNow();
        var (judged, judgement) = await JudgeAsync(call, now, [], stop);
        await ActAsync(call, judged, judgement, now, stop);
    }

    private async Task ActAsync(SessionCall call, ActionJudged judged, Judgement judgement, DateTimeOffset now, SessionStop stop)
    {
        if (judgement is { Permit: { } permit, Verdict.Outcome: VerdictOutcome.Allow })
        {
            var asked = time.GetTimestamp();
            await journal.AppendAllAsync(judged, new ActionIntended(call.Seq, permit.Digest, judgement.Approval) { Rollback = judgement.Rollback });
            if (time.GetElapsedTime(asked) > settling / 2)
            {
                // A process that stood still meanwhile may have lost the run, and whoever has it now may have looked already whether the action was done.
                await journal.AppendAsync(new ActionInterrupted(call.Seq, InterruptedOutcome.NotExecuted, NotBegun));
                return;
            }

            await ExecuteAsync(call, permit, stop);
        }
        else if (judgement is { Ask: { } ask, Verdict.Outcome: VerdictOutcome.NeedsApproval })
        {
            await _questions.AskAsync(judged, ask, now);
        }
        else
        {
            await journal.AppendAsync(judged);
        }
    }

    /// <summary>
    /// A reply that only looks: its calls are judged one by one, in their order, and those that may are executed side by side. Where one turns out to be no read, those before it are executed one after the other,
    /// and it is judged again when its turn comes.
    /// </summary>
    private async Task ReadAsync(IReadOnlyList<SessionCall> calls, SessionStop stop)
    {
        var allowed = new List<AllowedRead>();
        var most = SideBySide.Most;
        foreach (var call in calls)
        {
            stop.Requested.ThrowIfCancellationRequested();
            var now = time.GetUtcNow();
            var (judged, judgement) = await JudgeAsync(call, now, [.. allowed.Select(a => a.Judged)], stop);
            var isRead = judgement is { Permit: not null, Approval: null, Verdict: { Outcome: VerdictOutcome.Allow, Tier: RiskTier.Read } };
            if (!isRead && judgement.Verdict.Outcome != VerdictOutcome.Deny && allowed.Count == 0)
            {
                await ActAsync(call, judged, judgement, now, stop);
                return;
            }

            await journal.AppendAsync(judged);
            if (isRead)
            {
                allowed.Add(new AllowedRead(call, judged, judgement.Permit!));
            }
            else if (judgement.Verdict.Outcome != VerdictOutcome.Deny)
            {
                most = 1;
                break;
            }
        }

        foreach (var some in allowed.Chunk(most))
        {
            stop.Requested.ThrowIfCancellationRequested();
            await new SideBySide(gate, scope, journal, time).ExecuteAsync(some, call => ReconcileAsync(call, stop), stop);
        }
    }

    private async Task<(ActionJudged Judged, Judgement Judgement)> JudgeAsync(SessionCall call, DateTimeOffset now, IReadOnlyList<ActionJudged> before, SessionStop stop)
    {
        var judgement = await gate.JudgeAsync(call.Call, scope, Progress(call, now, before), stop.Requested);
        return (new ActionJudged(call.Seq, call.Call.Id, call.Call.Tool, judgement.RedactedArguments, judgement.Digest, judgement.Actions, judgement.Verdict)
        {
            PreConditions = judgement.PreConditions,
            Facts = judgement.Facts,
            AwaitsAnswer = snapshot.Agent.Spec.Guardrails.Escalation is { Wait: true } && Refusals.IsEscalated(judgement.Verdict) ? true : null,
        }, judgement);
    }

    /// <summary>Steps 6 and 7: the intent is durable before the effect, the outcome after it.</summary>
    private async Task ExecuteAsync(SessionCall call, Permit permit, SessionStop stop)
    {
        var started = time.GetTimestamp();
        ToolResult result;
        try
        {
            result = await gate.ExecuteAsync(permit, scope, stop.Abandon);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.Abandon.IsCancellationRequested)
        {
            // A tool that throws may have had its effect before it did: the same doubt as after a crash.
            await ReconcileAsync(call, stop);
            return;
        }

        await journal.AppendAsync(new ActionCompleted(call.Seq, result.Succeeded, result.Text, (long)time.GetElapsedTime(started).TotalMilliseconds) { InDoubt = result.InDoubt ? true : null });
    }

    /// <summary>A runner died between an action's intent and its outcome: the world is read, and the action is never executed again.</summary>
    private async Task ReconcileAsync(SessionCall call, SessionStop stop)
    {
        var found = await gate.ReconcileAsync(call.Call, call.IntendedAt!.Value, scope, stop.Abandon);
        if (found.Outcome == InterruptedOutcome.NotExecuted)
        {
            // Where the former runner is not dead but has only lost the run, its request may still be on its way: that nothing was done counts a while after it was meant to be.
            await surroundings.WaitUntilAsync(call.IntendedAt.Value + settling, settling, stop.Requested);
            found = await gate.ReconcileAsync(call.Call, call.IntendedAt.Value, scope, stop.Abandon);
        }

        await journal.AppendAsync(new ActionInterrupted(call.Seq, found.Outcome, found.Message));
    }

    /// <summary>Somebody wants the run to end: only what was interrupted is still looked at.</summary>
    private Task CloseAsync(SessionStop stop) =>
        State.Calls.FirstOrDefault(c => c.IsInDoubt) is { } call ? ReconcileAsync(call, stop) : EndAsync(RunOutcome.Cancelled(State));

    /// <summary>What the run holds is given back before its last event: nobody could record it after.</summary>
    private async Task EndAsync(RunFinished finished)
    {
        await scope.Resources.DisposeAsync();
        await journal.AppendAsync(finished);
    }

    private RunProgress Progress(SessionCall call, DateTimeOffset now, IReadOnlyList<ActionJudged> before) => new()
    {
        At = now,
        Approvals = State.DecisionsFor(call),
        Outside = State.Outside,
        IterationsUsed = State.Turns.Count,
        TokensUsed = State.TokensUsed,
        Elapsed = WorkedAt(now),
        Executed = State.PastActions(journal.Run, before, now),
    };
}
