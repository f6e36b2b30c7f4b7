using System.Threading.Channels;
using Legator.Core.Health;
using Legator.Core.Runs;

namespace Legator.Web.Journals;

/// <summary>Follows the journal once for all who watch runs: a hundred open pages cost the journal no more than one.</summary>
internal sealed partial class JournalFeed(IRunJournal journal, ILoopHeartbeats heartbeats, TimeProvider clock, ILogger<JournalFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<RunKey, List<Channel<RunEvent>>> watchers = [];
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Brings every event of a run that is written from now on.</summary>
    public async Task<RunWatch> WatchAsync(RunKey run, CancellationToken cancellationToken)
    {
        // Before the feed knows its place, an event could be older than the feed and newer than what the watcher reads itself.
        await begun.Task.WaitAsync(cancellationToken);
        var channel = Channel.CreateUnbounded<RunEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (gate)
        {
            if (!watchers.TryAdd(run, [channel]))
            {
                watchers[run].Add(channel);
            }
        }

        return new RunWatch(channel.Reader, () => Leave(run, channel));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A quiet journal gives no sign of life; only a broken one is worth telling.
        using var heartbeat = heartbeats.Register("journal feed", TimeSpan.MaxValue);
        long? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                position ??= await journal.PositionAsync(stoppingToken);
                begun.TrySetResult();
                heartbeat.Beat();
                await foreach (var entry in journal.TailAsync(position.Value, stoppingToken))
                {
                    position = entry.Position;
                    Pass(entry.Event);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.Broken(logger, e.Message);
                heartbeat.Fault("the journal cannot be read");
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Pass(RunEvent next)
    {
        lock (gate)
        {
            foreach (var channel in watchers.GetValueOrDefault(next.Run) ?? [])
            {
                channel.Writer.TryWrite(next);
            }
        }
    }

    private void Leave(RunKey run, Channel<RunEvent> channel)
    {
        lock (gate)
        {
            if (watchers.TryGetValue(run, out var mine) && mine.Remove(channel) && mine.Count == 0)
            {
                watchers.Remove(run);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7040, LogLevel.Warning, "The journal cannot be followed, trying again: {Problem}")]
        public static partial void Broken(ILogger logger, string problem);
    }
}
