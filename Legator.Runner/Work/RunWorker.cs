using Legator.Core.Health;
using Legator.Core.Runs;
using Legator.Runner.Sessions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Work;

/// <summary>Claims runs from the queue and works on several of them at a time.</summary>
internal sealed partial class RunWorker(
    Lazy<IRunQueue> queue,
    Lazy<RunSessions> sessions,
    RunnerMetrics metrics,
    MemoryRoom memory,
    ILoopHeartbeats heartbeats,
    IOptions<RunnerOptions> options,
    TimeProvider time,
    ILogger<RunWorker> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private TimeSpan Pulse => options.Value.RenewInterval;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abandon = new CancellationTokenSource();
        await using var registration = stoppingToken.Register(() =>
        {
            Log.Draining(logger, metrics.Sessions);
            abandon.CancelAfter(options.Value.DrainTimeout);
        });
        var stop = new SessionStop(stoppingToken, abandon.Token);
        await Task.WhenAll(Enumerable.Range(1, options.Value.Concurrency).Select(slot => WorkAsync(slot, stop)));
    }

    private async Task WorkAsync(int slot, SessionStop stop)
    {
        await Task.Yield();
        using var heartbeat = heartbeats.Register($"runner slot {slot}", Pulse * 6);
        heartbeat.Beat();
        var trouble = false;
        while (!stop.Requested.IsCancellationRequested)
        {
            try
            {
                await WorkOnceAsync(heartbeat, trouble, stop);
                trouble = false;
            }
            catch (OperationCanceledException) when (stop.Requested.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                trouble = true;
                Log.QueueFailed(logger, e);
                heartbeat.Fault($"The run queue cannot be used: {e.Message}");
                await Task.Delay(RetryDelay, time, stop.Requested).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <param name="heartbeat">Of the slot.</param>
    /// <param name="trouble">The queue failed before: only when it answers again all is well, and waiting for it proves nothing.</param>
    /// <param name="stop">Ends the work.</param>
    private async Task WorkOnceAsync(ILoopHeartbeat heartbeat, bool trouble, SessionStop stop)
    {
        await HaveRoomAsync(heartbeat, stop);
        if (trouble)
        {
            await queue.Value.ReportAsync(stop.Requested);
            heartbeat.Beat();
        }

        var claiming = queue.Value.DequeueAsync(stop.Requested);
        await WithPulseAsync(claiming, () =>
        {
            heartbeat.Beat();
            return Task.CompletedTask;
        });
        var claim = await claiming;
        using var counted = metrics.Claimed(claim);
        var working = WorkOnAsync(claim, stop);
        await WithPulseAsync(working, async () =>
        {
            if (await RenewAsync(claim))
            {
                heartbeat.Beat();
            }
            else
            {
                heartbeat.Fault("the claim on a run cannot be renewed: the run queue does not answer");
            }
        });
        await working;
    }

    private async Task HaveRoomAsync(ILoopHeartbeat heartbeat, SessionStop stop)
    {
        for (var told = false; memory.IsFull(); told = true)
        {
            if (!told)
            {
                Log.Full(logger);
            }

            heartbeat.Fault("this process has no memory left for a further run (Runner:MemoryLimitMiB)");
            await Task.Delay(Pulse, time, stop.Requested);
        }
    }

    private async Task WorkOnAsync(IRunClaim claim, SessionStop stop)
    {
        SessionEnd end;
        try
        {
            end = await sessions.Value.RunAsync(claim.Entry.Run, stop, claim.Entry.TraceParent);
        }
        catch (Exception e)
        {
            // What failed is a part that the run needs, not the run: it is handed back with a delay, so that it cannot spin between runners.
            Log.SessionFailed(logger, claim.Entry.Run, e);
            metrics.BrokeOff();
            await claim.ReleaseAsync(stop.Requested.IsCancellationRequested ? TimeSpan.Zero : RetryDelay, CancellationToken.None);
            return;
        }

        await (end switch
        {
            // A run that waits for a person is offered again by the Operator once there is an answer.
            SessionEnd.Finished or SessionEnd.Suspended => claim.CompleteAsync(CancellationToken.None),
            SessionEnd.GivenUp => claim.BuryAsync("The run kept failing: its journal tells how often it was taken up without getting any further.", CancellationToken.None),
            SessionEnd.HandedBack => claim.ReleaseAsync(CancellationToken.None),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>Does something at every pulse while a task is under way.</summary>
    private async Task WithPulseAsync(Task task, Func<Task> pulse)
    {
        while (!task.IsCompleted)
        {
            using var waiting = new CancellationTokenSource();
            var tick = Task.Delay(Pulse, time, waiting.Token);
            if (await Task.WhenAny(task, tick) == task)
            {
                await waiting.CancelAsync();
                return;
            }

            await pulse();
        }
    }

    /// <returns>False when the queue gives no answer.</returns>
    private async Task<bool> RenewAsync(IRunClaim claim)
    {
        try
        {
            await claim.RenewAsync(CancellationToken.None);
            return true;
        }
        catch (Exception e)
        {
            // The journal fences: should another runner take the run now, this session's next append tells it to stop.
            Log.RenewFailed(logger, claim.Entry.Run, e.Message);
            return e is ClaimLostException;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Error, "The run queue cannot be used")]
        public static partial void QueueFailed(ILogger logger, Exception exception);

        [LoggerMessage(1102, LogLevel.Error, "The session of run {Run} broke off; the run is handed back")]
        public static partial void SessionFailed(ILogger logger, RunKey run, Exception exception);

        [LoggerMessage(1104, LogLevel.Information, "Stopping: no further run is claimed, and {Count} are finished or handed back")]
        public static partial void Draining(ILogger logger, long count);

        [LoggerMessage(1105, LogLevel.Warning, "This process uses more memory than it may: it claims no further run until it uses less")]
        public static partial void Full(ILogger logger);

        [LoggerMessage(1103, LogLevel.Warning, "The claim on run {Run} could not be renewed: {Problem}")]
        public static partial void RenewFailed(ILogger logger, RunKey run, string problem);
    }
}
