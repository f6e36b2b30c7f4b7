using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Health;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Control;

/// <summary>Runs one controller over a work queue of its own, fresh at each start: the informers offer every object again.</summary>
internal sealed class ControllerLoop<T>(
    T controller,
    IOptions<OperatorOptions> options,
    TimeProvider time,
    ILogger<T> logger,
    ILoopHeartbeats heartbeats) : IOperatorLoop
    where T : class, IController
{
    private static readonly WorkQueueOptions Retries = new() { LongestRetry = TimeSpan.FromSeconds(60) };

    public string Name => controller.Name;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var queue = new WorkQueue<ObjectKey>(time, Retries);
        var watches = controller.Watch(queue).ToList();
        try
        {
            var loop = new WorkLoop<ObjectKey>($"controller {Name}", queue, controller.ReconcileAsync, time, logger, heartbeats);
            await loop.RunAsync(options.Value.Workers, cancellationToken);
        }
        finally
        {
            watches.ForEach(watch => watch.Dispose());
        }
    }
}
