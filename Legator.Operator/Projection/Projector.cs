using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Health;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Control;
using Legator.Operator.Environments;
using Legator.Operator.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Projection;

/// <summary>
/// Observes the journal and writes LegatorRun.status, which nobody else does. At its start it catches up with every unfinished run,
/// then it follows the journal's tail. A run's writes are batched; its end is written at once, and after that it never changes.
/// </summary>
internal sealed partial class Projector(
    IRunJournal journal,
    JournalTail tail,
    ResourceClient<LegatorRun> runs,
    RunBook book,
    McpHealth servers,
    NoticeBoard notices,
    JournalMetrics metrics,
    IOptions<OperatorOptions> options,
    TimeProvider time,
    ILogger<Projector> logger,
    ILoopHeartbeats heartbeats) : IOperatorLoop
{
    private const int PageSize = 500;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Unstarted = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Unhurried = TimeSpan.FromSeconds(5);
    private static readonly WorkQueueOptions Retries = new() { LongestRetry = TimeSpan.FromSeconds(30) };

    private readonly ConcurrentDictionary<RunKey, ProjectedRun> _open = new();
    private readonly ConcurrentDictionary<RunKey, byte> _ending = new();

    public string Name => "projector";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _open.Clear();
        _ending.Clear();
        metrics.Begin();
        using var queue = new WorkQueue<RunKey>(time, Retries);

        // The position is taken before the runs are looked at: what comes in between is read twice, never missed.
        var position = await tail.StartAsync(Name, journal.PositionAsync, cancellationToken);
        using var watch = book.Subscribe(change =>
        {
            if (options.Value.Includes(change.Key.Namespace) && change is { Old: null, New.IsFinished: false } or { IsResync: true, New.IsFinished: false })
            {
                var run = new RunKey(change.Key.Namespace, change.Key.Name);
                queue.AddAfter(run, change.New?.StartTime is null ? Unstarted : TimeSpan.Zero);
            }
        });
        var work = new WorkLoop<RunKey>("projector", queue, ProjectAsync, time, logger, heartbeats);
        await Task.WhenAll(work.RunAsync(options.Value.Workers, cancellationToken), tail.FollowAsync(Name, position, (entry, _) => Take(queue, entry.Event), cancellationToken));
    }

    private Task Take(WorkQueue<RunKey> queue, RunEvent next)
    {
        if (!options.Value.Includes(next.Run.Namespace))
        {
            return Task.CompletedTask;
        }

        if (next.Data is RunFinished)
        {
            _ending[next.Run] = 0;
        }

        queue.Add(next.Run);
        return Task.CompletedTask;
    }

    private async Task<ReconcileResult> ProjectAsync(RunKey run, CancellationToken cancellationToken)
    {
        if (!_open.TryGetValue(run, out var known) && await HasNotBegunAsync(run, cancellationToken) is { } head)
        {
            return await ShowPendingAsync(run, head, cancellationToken);
        }

        if (known is null && (known = await OpenAsync(run, cancellationToken)) is null)
        {
            Close(run);
            return ReconcileResult.Done;
        }

        if (Rest(run, known) is { } rest)
        {
            return ReconcileResult.After(rest);
        }

        var projection = await ReadAsync(run, known.Projection, cancellationToken);
        try
        {
            _open[run] = await WriteAsync(run, known with { Projection = projection }, cancellationToken);
        }
        catch (ClusterException exception) when (exception.IsConflict || exception.IsNotFound)
        {
            // Somebody else touched the object, or it is gone: the next look begins with what the API has.
            _open.TryRemove(run, out _);
            if (!exception.IsNotFound)
            {
                return ReconcileResult.After(Batch);
            }

            Close(run);
            return ReconcileResult.Done;
        }

        if (projection.Head.Sequence == 0)
        {
            // Thousands may wait for their time; what they will execute is not kept in memory meanwhile.
            _open.TryRemove(run, out _);
        }

        if (projection.Status.Phase?.IsFinished() == true)
        {
            Close(run);
        }

        return ReconcileResult.Done;
    }

    /// <summary>Nothing of the run is to be told any more.</summary>
    private void Close(RunKey run)
    {
        _open.TryRemove(run, out _);
        _ending.TryRemove(run, out _);
        metrics.Forget(run);
    }

    /// <summary>The run, where nothing of it stands in the journal yet; its first event brings it back here.</summary>
    private async Task<RunHead?> HasNotBegunAsync(RunKey run, CancellationToken cancellationToken) =>
        book.Find(run) is { IsFinished: false, StartTime: null } head && (await journal.HeadAsync(run, cancellationToken)).Sequence == 0 ? head : null;

    /// <summary>A run that was made ahead is shown as waiting when its time has come, if it has not begun by then.</summary>
    private async Task<ReconcileResult> ShowPendingAsync(RunKey run, RunHead head, CancellationToken cancellationToken)
    {
        if (head.Phase is not null)
        {
            return ReconcileResult.Done;
        }

        if (head.NotBefore - time.GetUtcNow() is { } left && left > TimeSpan.Zero)
        {
            return ReconcileResult.After(left + Unhurried);
        }

        try
        {
            var status = new JsonObject { ["phase"] = nameof(RunPhase.Pending) };
            await runs.PatchStatusAsync(run.Namespace, run.Name, new JsonObject { ["status"] = status }, cancellationToken, head.Version);
            return ReconcileResult.Done;
        }
        catch (ClusterException exception) when (exception.IsConflict || exception.IsNotFound)
        {
            return exception.IsNotFound ? ReconcileResult.Done : ReconcileResult.After(Batch);
        }
    }

    /// <summary>How long a run's next write has to wait; null for not at all.</summary>
    private TimeSpan? Rest(RunKey run, ProjectedRun known)
    {
        var rest = known.WrittenAt is { } written && !_ending.ContainsKey(run) ? Batch - time.GetElapsedTime(written) : TimeSpan.Zero;
        return rest > TimeSpan.Zero ? rest : null;
    }

    private async Task<ProjectedRun?> OpenAsync(RunKey run, CancellationToken cancellationToken)
    {
        if (book.Find(run)?.IsFinished == true || await runs.GetAsync(run.Namespace, run.Name, cancellationToken) is not { } stored || stored.Status?.Phase?.IsFinished() == true)
        {
            return null;
        }

        if (RunSnapshot.TryRead(stored.Spec.Snapshot, out var problem) is null && problem is not null)
        {
            Log.SnapshotUnreadable(logger, run, problem);
        }

        return new ProjectedRun(RunProjection.Start(RunSnapshot.TryRead(stored.Spec.Snapshot, out _)), stored.Status, stored.Metadata.ResourceVersion, null);
    }

    private async Task<RunProjection> ReadAsync(RunKey run, RunProjection from, CancellationToken cancellationToken)
    {
        var projection = from;
        while (true)
        {
            var page = await journal.ReadAsync(run, projection.Head.Sequence, PageSize, cancellationToken);
            projection = page.Aggregate(projection, (sum, next) => sum.Apply(next));
            foreach (var next in page)
            {
                metrics.See(next);
                if (next.Data is ToolsDiscovered found)
                {
                    servers.Report(run.Namespace, found, next.Time);
                }
                else if (next.Data is NoticeRaised notice)
                {
                    notices.Report(run, notice);
                }
            }

            if (page.Count < PageSize)
            {
                return projection;
            }
        }
    }

    private async Task<ProjectedRun> WriteAsync(RunKey run, ProjectedRun state, CancellationToken cancellationToken)
    {
        if (state.Written?.Journal?.Length > state.Projection.Head.Sequence)
        {
            Log.JournalBehind(logger, run, state.Written.Journal.Length, state.Projection.Head.Sequence);
            return state;
        }

        if (MergeDiff.OfStatus(state.Written, state.Projection.Status) is not { } patch)
        {
            return state;
        }

        var stored = await runs.PatchStatusAsync(run.Namespace, run.Name, patch, cancellationToken, state.Version);
        metrics.Projected(state.Projection.LastEvent);
        return state with { Written = state.Projection.Status, Version = stored.Metadata.ResourceVersion, WrittenAt = time.GetTimestamp() };
    }

    private static partial class Log
    {
        [LoggerMessage(5202, LogLevel.Warning, "Projector: run {Run}: {Problem}")]
        public static partial void SnapshotUnreadable(ILogger logger, RunKey run, string problem);

        [LoggerMessage(5203, LogLevel.Error, "Projector: run {Run} shows {Written} events and its journal has {Read}: its status is left as it is")]
        public static partial void JournalBehind(ILogger logger, RunKey run, long written, long read);
    }
}
