using Legator.Core.Health;
using Legator.Core.Runs;

namespace Legator.Operator.Projection;

/// <summary>Follows the journal from a position on, whatever happens to it, and says so when it falls behind.</summary>
internal sealed partial class JournalTail(IRunJournal journal, TimeProvider time, ILogger<JournalTail> logger, ILoopHeartbeats heartbeats, JournalMetrics metrics)
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    /// <summary>The position to begin at, once it can be read; until then whoever follows is shown as unable to.</summary>
    /// <param name="name">Who follows, for logs and health.</param>
    /// <param name="read">Reads the position; it is asked again for as long as it fails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<long> StartAsync(string name, Func<CancellationToken, Task<long>> read, CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register($"{name} tail", Pulse * 6);
        while (true)
        {
            try
            {
                return await read(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                heartbeat.Fault("the journal cannot be read");
                Log.Unreadable(logger, exception, name);
                await Task.Delay(RetryPause, time, cancellationToken);
            }
        }
    }

    /// <summary>Hands every event after a position on, in order, until cancelled.</summary>
    /// <param name="name">Who follows, for logs and health.</param>
    /// <param name="start">Position of the last event that was handled.</param>
    /// <param name="take">Handles an event; where it fails, the same event comes again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FollowAsync(string name, long start, Func<JournalEntry, CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register($"{name} tail", Pulse * 6);
        heartbeat.Beat();
        var position = start;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(name, () => Volatile.Read(ref position), heartbeat, end.Token);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    await foreach (var entry in journal.TailAsync(position, cancellationToken))
                    {
                        await take(entry, cancellationToken);
                        metrics.Read(name, entry.Event);
                        Volatile.Write(ref position, entry.Position);
                    }
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    heartbeat.Fault("the journal cannot be followed");
                    Log.Broken(logger, exception, name, position);
                    await Task.Delay(RetryPause, time, cancellationToken);
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await watch;
            metrics.Behind(name, null);
        }
    }

    /// <summary>The tail is silent when nothing happens; that it is not silent because it hangs shows in the journal's own position.</summary>
    private async Task WatchAsync(string name, Func<long> position, ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        var (before, newest) = (position(), position());
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pulse, time, cancellationToken);
                if (position() == before && before < newest)
                {
                    heartbeat.Fault($"the journal is at position {newest} and the tail has stood at {before} for {Pulse.TotalSeconds:0} s");
                }
                else
                {
                    heartbeat.Beat();
                }

                (before, newest) = (position(), await journal.PositionAsync(cancellationToken));
                metrics.Behind(name, newest - before);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                heartbeat.Fault("the journal cannot be read");
                Log.Unreadable(logger, exception, name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5211, LogLevel.Warning, "{Follower}: the journal's tail broke off after position {Position}, going on from there")]
        public static partial void Broken(ILogger logger, Exception exception, string follower, long position);

        [LoggerMessage(5212, LogLevel.Warning, "{Follower}: the journal's position cannot be read")]
        public static partial void Unreadable(ILogger logger, Exception exception, string follower);
    }
}
