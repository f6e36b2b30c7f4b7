using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Providers;
using Legator.Runner.Work;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Sessions;

/// <summary>Takes a run up: from its LegatorRun and its journal to a session that goes on where the journal ends.</summary>
internal sealed partial class RunSessions(
    IRunJournal journals,
    IRunSurroundings surroundings,
    ToolGate gate,
    IOptions<RunnerOptions> options,
    TimeProvider time,
    ILogger<RunSessions> logger)
{
    /// <summary>Reason of a run whose model cannot be asked as it is set up.</summary>
    public const string ModelUnusable = "ModelUnusable";

    /// <summary>A run that kills or loses its runner so often without getting any further would do so for ever.</summary>
    private const int MostResumesWithoutProgress = 50;

    private static readonly TimeSpan HandBackPatience = TimeSpan.FromSeconds(1);

    /// <summary>Works on a run until it is over, the process stops, or another runner takes it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="traceParent">W3C trace context of whoever asked for the run.</param>
    public async Task<SessionEnd> RunAsync(RunKey run, SessionStop stop, string? traceParent = null)
    {
        SessionJournal? journal = null;
        try
        {
            journal = await SessionJournal.OpenAsync(journals, run, stop.Requested);
            var end = journal.State.Finished is not null ? SessionEnd.Finished : await TakeUpAsync(journal, stop, traceParent);
            return end == SessionEnd.HandedBack ? await HandBackAsync(journal) : end;
        }
        catch (JournalConflictException)
        {
            Log.Lost(logger, run);
            return SessionEnd.Lost;
        }
        catch (OperationCanceledException) when (stop.Requested.IsCancellationRequested)
        {
            return await HandBackAsync(journal);
        }
    }

    /// <summary>Says in the journal that the run was left on purpose, which does not count against it. Where that cannot be said now, it is handed back all the same.</summary>
    private async Task<SessionEnd> HandBackAsync(SessionJournal? journal)
    {
        if (journal is { IsTakenUp: true, State.Finished: null })
        {
            try
            {
                await journal.AppendAsync(new RunHandedBack(options.Value.Id)).WaitAsync(HandBackPatience, time);
                Log.HandedBack(logger, journal.Run);
            }
            catch (Exception e)
            {
                Log.NotToldBack(logger, journal.Run, e.Message);
            }
        }

        return SessionEnd.HandedBack;
    }

    private async Task<SessionEnd> TakeUpAsync(SessionJournal journal, SessionStop stop, string? traceParent)
    {
        var resource = await surroundings.FindAsync(journal.Run, stop.Requested);
        if (resource is null)
        {
            return await AbandonAsync(journal);
        }

        using var cancel = surroundings.WatchCancel(resource);
        if (journal.State.IsWaitingAt(time.GetUtcNow()) && cancel.Order is null)
        {
            return SessionEnd.Suspended;
        }

        var snapshot = RunSnapshot.TryRead(resource.Spec.Snapshot, out var unreadable);
        var observed = RunObservability.Of(snapshot?.Agent.Spec.Observability);
        using var span = observed.Begin(journal.Run.ToString(), resource.Spec.AgentRef, traceParent);
        journal.Recorded = observed.LogsSteps ? next => Log.Step(logger, next.Run, next.Sequence, next.Data.GetType().Name) : null;
        await BeginAsync(journal, snapshot, resource.Spec);
        await surroundings.RevokeLeftoversAsync(journal, stop.Requested);
        if ((journal.State.Cancelled ?? cancel.Order) is { } order && !journal.State.Calls.Any(c => c.IsInDoubt))
        {
            return await CancelAsync(journal, order);
        }

        if (snapshot is null)
        {
            var problem = resource.Spec.Problem ?? unreadable ?? "The run has no snapshot and does not say why.";
            return await FailAsync(journal, "NotReady", problem);
        }

        if (journal.State.ResumesWithoutProgress > MostResumesWithoutProgress)
        {
            await FailAsync(journal, "KeepsFailing", $"{MostResumesWithoutProgress} runners took the run up and none got any further.");
            return SessionEnd.GivenUp;
        }

        try
        {
            var secrets = new ModelSecrets();
            using (var client = await surroundings.ConnectAsync(snapshot, secrets, stop.Requested))
            {
                var scope = await surroundings.CreateScopeAsync(snapshot, journal, stop.Requested);
                secrets.Follow(value => scope.Secrets.Add(value));
                await using var resources = scope.Resources;
                var turns = new ModelTurns(client, snapshot.Limits, scope.Secrets, time);
                var end = await new RunSession(snapshot, scope, turns, journal, gate, surroundings, cancel, options.Value.RenewInterval, time).RunAsync(stop);
                Log.Ended(observed.Of(logger), journal.Run, end, journal.State.Finished?.Phase, journal.State.Finished?.Reason);
                return end;
            }
        }
        catch (ModelUnusableException e)
        {
            return await FailAsync(journal, ModelUnusable, e.Message);
        }
    }

    /// <summary>The first event of a runner fences off whoever worked on the run before.</summary>
    private async Task BeginAsync(SessionJournal journal, RunSnapshot? snapshot, LegatorRunSpec spec)
    {
        var first = journal.State.Head == JournalHead.Empty;
        Log.TakenUp(RunObservability.Of(snapshot?.Agent.Spec.Observability).Of(logger), journal.Run, first ? "started" : "resumed");
        await journal.AppendAsync(first
            ? new RunStarted(options.Value.Id, snapshot?.Digest(), snapshot?.Model.DisplayName ?? spec.ModelUsed) { Format = SessionFormat.Current }
            : new RunResumed(options.Value.Id));
        journal.IsTakenUp = true;
    }

    /// <summary>Somebody deleted the LegatorRun: what has begun is closed, what has not is forgotten.</summary>
    private async Task<SessionEnd> AbandonAsync(SessionJournal journal)
    {
        if (journal.State.Head != JournalHead.Empty)
        {
            await surroundings.RevokeLeftoversAsync(journal, CancellationToken.None);
            await journal.AppendAsync(RunOutcome.Finished(RunPhase.Cancelled, "RunDeleted", "The LegatorRun was deleted while the run was under way."));
        }

        return SessionEnd.Finished;
    }

    /// <summary>Somebody wants the run to end before any of it is under way: neither its model nor its tools are needed for that.</summary>
    private static async Task<SessionEnd> CancelAsync(SessionJournal journal, RunCancelled order)
    {
        if (journal.State.Cancelled is null)
        {
            await journal.AppendAsync(order);
        }

        await journal.AppendAsync(RunOutcome.Cancelled(journal.State));
        return SessionEnd.Finished;
    }

    private static async Task<SessionEnd> FailAsync(SessionJournal journal, string reason, string message)
    {
        await journal.AppendAsync(RunOutcome.Finished(RunPhase.Failed, reason, message));
        return SessionEnd.Finished;
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Run {Run} {How}")]
        public static partial void TakenUp(ILogger logger, RunKey run, string how);

        [LoggerMessage(1002, LogLevel.Information, "Run {Run}: {End} {Phase} {Reason}")]
        public static partial void Ended(ILogger logger, RunKey run, SessionEnd end, string? phase, string? reason);

        [LoggerMessage(1004, LogLevel.Information, "Run {Run}: step {Sequence} is {What}")]
        public static partial void Step(ILogger logger, RunKey run, long sequence, string what);

        [LoggerMessage(1005, LogLevel.Information, "Run {Run} is handed back")]
        public static partial void HandedBack(ILogger logger, RunKey run);

        [LoggerMessage(1006, LogLevel.Warning, "Run {Run} is handed back, and its journal does not say so: {Problem}")]
        public static partial void NotToldBack(ILogger logger, RunKey run, string problem);

        [LoggerMessage(1003, LogLevel.Information, "Run {Run} is held by another runner")]
        public static partial void Lost(ILogger logger, RunKey run);
    }
}
