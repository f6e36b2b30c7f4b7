using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Core.Health;
using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Legator.Operator.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.RunLists;

/// <summary>Observes LegatorRuns and writes the list of runs, in which they stay when they are no longer kept in the cluster.</summary>
internal sealed partial class RunLister(
    RunBook book,
    ResourceClient<LegatorRun> runs,
    IRunListStore list,
    IOptions<OperatorOptions> options,
    TimeProvider time,
    ILogger<RunLister> logger,
    ILoopHeartbeats heartbeats) : IOperatorLoop
{
    private const int Batch = 200;
    private const int AtOnce = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<RunKey, RunHead> _changed = new();

    public string Name => "run list";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register(Name, TimeSpan.FromMinutes(2));
        using var watch = book.Subscribe(change =>
        {
            if (options.Value.Includes(change.Key.Namespace) && (change.New ?? change.Old) is { } run)
            {
                _changed[new RunKey(change.Key.Namespace, change.Key.Name)] = run;
            }
        });
        while (true)
        {
            try
            {
                await WriteAsync(cancellationToken);
                heartbeat.Beat();
                await Task.Delay(_changed.IsEmpty ? Pause : TimeSpan.Zero, time, cancellationToken);
            }
            catch (Exception exception) when (exception is JournalUnavailableException or ClusterException)
            {
                heartbeat.Fault("the list of runs cannot be written");
                Log.NotNow(logger, exception.Message);
                await Task.Delay(Rest, time, cancellationToken);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        List<KeyValuePair<RunKey, RunHead>> batch = [.. _changed.Take(Batch)];
        if (batch.Count == 0)
        {
            return;
        }

        var known = await list.VersionsAsync([.. batch.Select(change => change.Key)], cancellationToken);
        var (rows, deleted) = (new ConcurrentBag<RunListRow>(), new ConcurrentBag<RunKey>());
        var stale = batch.Where(change => book.Find(change.Key) is null || known.GetValueOrDefault(change.Key) != change.Value.Version);
        await Parallel.ForEachAsync(stale, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (change, stop) =>
        {
            if (await runs.GetAsync(change.Key.Namespace, change.Key.Name, stop) is { } run)
            {
                rows.Add(new RunListRow(RunSummaries.Of(run), run.Metadata.ResourceVersion ?? ""));
            }
            else
            {
                deleted.Add(change.Key);
            }
        });
        await (rows.IsEmpty ? Task.CompletedTask : list.PutAsync([.. rows], cancellationToken));
        await (deleted.IsEmpty ? Task.CompletedTask : list.DeletedAsync([.. deleted], cancellationToken));

        foreach (var change in batch)
        {
            // What changed again meanwhile stays for the next round.
            _changed.TryRemove(change);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5931, LogLevel.Warning, "Run list: it cannot be written now: {Problem}")]
        public static partial void NotNow(ILogger logger, string problem);
    }
}
