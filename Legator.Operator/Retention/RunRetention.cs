using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Audit;
using Legator.Core.Health;
using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;
using Legator.Core.Runs;
using Legator.Operator.Audit;
using Legator.Operator.Control;
using Legator.Operator.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Retention;

/// <summary>
/// Removes runs that are long over, in this order: they are exported; a signed checkpoint says with which event each of them ended and that it may go;
/// their events are removed; their LegatorRuns are deleted. Interrupted anywhere, it begins again. Checkpoints and the list of runs stay.
/// </summary>
internal sealed partial class RunRetention(
    Informer<RunHead> heads,
    ResourceClient<LegatorRun> runs,
    IRunJournal journal,
    IAuditLog log,
    CheckpointMaker maker,
    Checkpointer checkpointer,
    AuditKeys keys,
    RunArchive archive,
    IRunListStore list,
    IOptions<RetentionOptions> options,
    IOptions<OperatorOptions> operatorOptions,
    TimeProvider time,
    ILogger<RunRetention> logger,
    ILoopHeartbeats heartbeats) : IOperatorLoop
{
    private const int Batch = 100;

    // What the informer may still show for a moment.
    private HashSet<RunKey> _removed = [];

    public string Name => "retention";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register(Name, options.Value.Interval * 3 + TimeSpan.FromMinutes(5));
        while (true)
        {
            try
            {
                while (options.Value.After > TimeSpan.Zero && Due() is { Count: > 0 } due)
                {
                    await RemoveAsync(due, cancellationToken);
                }

                heartbeat.Beat();
            }
            catch (Exception exception) when (exception is JournalUnavailableException or ClusterException or CheckpointConflictException or IOException or UnauthorizedAccessException or FormatException)
            {
                heartbeat.Fault("runs cannot be removed");
                Log.NotNow(logger, exception.Message);
            }

            await Task.Delay(options.Value.Interval, time, cancellationToken);
        }
    }

    private List<RunHead> Due()
    {
        var before = time.GetUtcNow() - options.Value.After;
        return [.. heads.All
            .Where(run => run.IsFinished && !_removed.Contains(KeyOf(run)) && operatorOptions.Value.Includes(run.Namespace))
            .GroupBy(RunBook.AgentOf)
            .SelectMany(agent => agent.OrderByDescending(EndOf).Skip(options.Value.KeepPerAgent).Where(run => EndOf(run) < before))
            .OrderBy(EndOf)
            .Take(Batch)];
    }

    private static DateTimeOffset EndOf(RunHead run) => run.CompletionTime ?? run.Created ?? DateTimeOffset.MaxValue;

    // A run's name is unique for all time.
    private static RunKey KeyOf(RunHead run) => new(run.Namespace ?? "", run.Name);

    private async Task RemoveAsync(List<RunHead> due, CancellationToken cancellationToken)
    {
        var (leaving, marks) = (new List<LegatorRun>(), new List<RunMark>());
        foreach (var head in due)
        {
            if (await runs.GetAsync(head.Namespace, head.Name, cancellationToken) is { } run)
            {
                leaving.Add(run);
                var key = KeyOf(head);
                var end = await journal.HeadAsync(key, cancellationToken);
                if (end.Sequence > 0)
                {
                    marks.Add(new RunMark(key, end.Sequence, end.Hash));
                }
            }
        }

        if (marks.Count > 0)
        {
            // Their ends must stand in a checkpoint before one may let them go; and where the journal was cut off, nothing goes.
            await checkpointer.SignAsync(cancellationToken);
            var file = await archive.WriteAsync(leaving, time.GetUtcNow(), cancellationToken);
            await ListAsync(leaving, file, cancellationToken);
            await maker.RetireAsync(await keys.GetAsync(cancellationToken), marks, time.GetUtcNow(), cancellationToken);
            await log.RemoveAsync([.. marks.Select(mark => mark.Run)], cancellationToken);
        }

        foreach (var run in leaving)
        {
            await runs.DeleteAsync(run.Metadata.Namespace, run.Metadata.Name!, cancellationToken);
        }

        Log.Removed(logger, leaving.Count, options.Value.Directory);
        _removed = [.. due.Select(KeyOf)];
    }

    /// <summary>Whoever looks for one of them later is told where it went.</summary>
    private Task ListAsync(List<LegatorRun> leaving, string file, CancellationToken cancellationToken) => list.PutAsync(
        [.. leaving.Select(run => new RunListRow(RunSummaries.Of(run) with { RetiredAt = time.GetUtcNow(), Archive = file }, run.Metadata.ResourceVersion ?? ""))],
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(5941, LogLevel.Warning, "Retention: runs cannot be removed now: {Problem}")]
        public static partial void NotNow(ILogger logger, string problem);

        [LoggerMessage(5942, LogLevel.Information, "Retention: {Count} runs were exported to {Directory} and removed")]
        public static partial void Removed(ILogger logger, int count, string directory);
    }
}
