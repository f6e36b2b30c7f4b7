using Legator.Core.Health;
using Legator.Core.Runs;
using Legator.Operator.Control;

namespace Legator.Operator.QueueWatch;

/// <summary>Looks at the run queue every few seconds: keeps its numbers, and tells of entries that were given up, each once.</summary>
internal sealed partial class QueueLookout(IRunQueue queue, QueueMetrics metrics, ILoopHeartbeats heartbeats, TimeProvider time, ILogger<QueueLookout> logger) : IOperatorLoop
{
    private const int MostTold = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public string Name => "queue";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register("queue lookout", Pause * 6);
        var told = time.GetUtcNow();
        try
        {
            while (true)
            {
                told = await LookAsync(told, heartbeat, cancellationToken);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
        finally
        {
            metrics.Saw(null);
        }
    }

    private async Task<DateTimeOffset> LookAsync(DateTimeOffset told, ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        try
        {
            var report = await queue.ReportAsync(cancellationToken);
            metrics.Saw(report);
            heartbeat.Beat();
            var letters = report.DeadLetters == 0 ? [] : (await queue.DeadLettersAsync(MostTold, cancellationToken)).Where(letter => letter.At > told).ToList();
            letters.ForEach(letter => Log.GivenUp(logger, letter.Run, letter.Reason));
            return letters.Count == 0 ? told : letters.Max(letter => letter.At);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            metrics.Saw(null);
            heartbeat.Fault("the run queue does not answer");
            Log.Silent(logger, exception.Message);
            return told;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5301, LogLevel.Error, "The queue entry of run {Run} was given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, string run, string reason);

        [LoggerMessage(5302, LogLevel.Warning, "The run queue does not answer: {Problem}")]
        public static partial void Silent(ILogger logger, string problem);
    }
}
