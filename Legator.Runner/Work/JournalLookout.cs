using Legator.Core.Health;
using Legator.Core.Runs;

namespace Legator.Runner.Work;

/// <summary>Asks the journal for a sign of life, because a runner without work would not notice that it could do none.</summary>
internal sealed partial class JournalLookout(Lazy<IRunJournal> journal, ILoopHeartbeats heartbeats, TimeProvider time, ILogger<JournalLookout> logger) : BackgroundService
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var heartbeat = heartbeats.Register("journal lookout", Pulse * 6);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await journal.Value.PositionAsync(stoppingToken);
                heartbeat.Beat();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                heartbeat.Fault("the journal does not answer");
                Log.Silent(logger, exception.Message);
            }

            await Task.Delay(Pulse, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1106, LogLevel.Warning, "The journal does not answer: {Problem}")]
        public static partial void Silent(ILogger logger, string problem);
    }
}
