using System.Threading.Channels;
using Legator.Core.Health;
using Legator.Core.Runs;

namespace Legator.Web.Journals;

/// <summary>Follows the journal once for all who watch runs: a hundred open pages cost the journal no more than one.</summary>
internal sealed partial class JournalFeed(IRunJournal journal, ILoopHeartbeats heartbeats, TimeProvider clock, ILogger<JournalFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<RunKey, List<Channel<RunEvent>>> watchers = [];
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int looks;

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
        using var heartbeat = heartbeats.Register("journal feed", Pulse * 6);
        using var looking = clock.CreateTimer(_ => _ = LookAsync(heartbeat, stoppingToken), null, Pulse, Pulse);
        long? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = await journal.PositionAsync(stoppingToken);
                position ??= now;
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

    /// <summary>A quiet journal gives no sign of life: it is asked for one.</summary>
    private async Task LookAsync(ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref looks, 1) == 1)
        {
            return;
        }

        try
        {
            await journal.PositionAsync(cancellationToken);
            heartbeat.Beat();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops.
        }
        catch (Exception)
        {
            heartbeat.Fault("the journal cannot be read");
        }
        finally
        {
            Volatile.Write(ref looks, 0);
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
