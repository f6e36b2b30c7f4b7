using System.Collections.Concurrent;
using Legator.Core.Health;
using Microsoft.Extensions.Logging;

namespace Legator.Backends.Kubernetes.WorkQueues;

/// <summary>Works a queue off with a fixed number of workers. What fails is tried again, later each time, for ever.</summary>
/// <typeparam name="TKey">Names an object.</typeparam>
public sealed partial class WorkLoop<TKey>(
    string name,
    WorkQueue<TKey> queue,
    Func<TKey, CancellationToken, Task<ReconcileResult>> reconcile,
    TimeProvider time,
    ILogger logger,
    ILoopHeartbeats heartbeats)
    where TKey : notnull
{
    private static readonly TimeSpan BeatPeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestReconcile = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<TKey, long> inHand = new();

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(int workers, CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register(name, BeatPeriod * 6);
        heartbeat.Beat();
        using var timer = time.CreateTimer(_ => Report(heartbeat), null, BeatPeriod, BeatPeriod);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(cancellationToken)));
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TKey key;
            try
            {
                key = await queue.TakeAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            inHand[key] = time.GetTimestamp();
            try
            {
                await ReconcileAsync(key, cancellationToken);
            }
            finally
            {
                inHand.TryRemove(key, out _);
                queue.Done(key);
            }
        }
    }

    private async Task ReconcileAsync(TKey key, CancellationToken cancellationToken)
    {
        try
        {
            var result = await reconcile(key, cancellationToken);
            queue.Forget(key);
            if (result.RequeueAfter is { } delay)
            {
                queue.AddAfter(key, delay);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next start lists everything again.
        }
        catch (ClusterException e) when (e.IsConflict || e.IsTransient)
        {
            var delay = queue.AddRateLimited(key);
            Log.Postponed(logger, name, key, delay, e.Message);
        }
        catch (Exception e)
        {
            var delay = queue.AddRateLimited(key);
            Log.Failed(logger, e, name, key, delay);
        }
    }

    private void Report(ILoopHeartbeat heartbeat)
    {
        foreach (var (key, since) in inHand)
        {
            if (time.GetElapsedTime(since) > LongestReconcile)
            {
                heartbeat.Fault($"{key} has been worked on for more than {LongestReconcile.TotalMinutes:0} minutes");
                return;
            }
        }

        heartbeat.Beat();
    }

    private static partial class Log
    {
        [LoggerMessage(3101, LogLevel.Debug, "{Loop}: {Key} again in {Delay}: {Problem}")]
        public static partial void Postponed(ILogger logger, string loop, TKey key, TimeSpan delay, string problem);

        [LoggerMessage(3102, LogLevel.Error, "{Loop}: {Key} failed, again in {Delay}")]
        public static partial void Failed(ILogger logger, Exception e, string loop, TKey key, TimeSpan delay);
    }
}
