using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Elections;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Health;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Control;

/// <summary>Runs every loop of the Operator: at once, or for as long as this replica leads.</summary>
internal sealed partial class OperatorService(
    IEnumerable<IOperatorLoop> loops,
    InformerSet informers,
    IOptions<OperatorOptions> options,
    ClusterConnection cluster,
    ResourceClient<Lease> leases,
    TimeProvider time,
    ILoggerFactory loggers,
    ILoopHeartbeats heartbeats) : BackgroundService
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);
    private readonly ILogger _logger = loggers.CreateLogger<OperatorService>();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.LeaderElection
        ? Election().RunAsync(LeadAsync, stoppingToken)
        : LeadAsync(stoppingToken);

    private LeaseElection Election() => new(
        leases,
        new LeaseElectionOptions
        {
            Namespace = cluster.Namespace,
            Name = "legator-operator",
            Identity = $"{Environment.MachineName}-{Environment.ProcessId}-{time.GetUtcNow().UtcTicks:x}",
            Duration = options.Value.LeaseDuration,
        },
        time,
        loggers.CreateLogger<LeaseElection>(),
        heartbeats);

    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await informers.WaitForSyncAsync(cancellationToken);
            Log.Started(_logger);
            await Task.WhenAll(loops.Select(loop => KeepAsync(loop, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Ended(_logger);
        }
    }

    /// <summary>A loop handles its own failures; should one escape, the loop starts again rather than take the process down.</summary>
    private async Task KeepAsync(IOperatorLoop loop, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await loop.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.LoopFailed(_logger, exception, loop.Name);
                await Task.Delay(RestartPause, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Information, "Operator: at work")]
        public static partial void Started(ILogger logger);

        [LoggerMessage(5002, LogLevel.Information, "Operator: at rest")]
        public static partial void Ended(ILogger logger);

        [LoggerMessage(5003, LogLevel.Error, "Operator: {Loop} failed and starts again")]
        public static partial void LoopFailed(ILogger logger, Exception exception, string loop);
    }
}
