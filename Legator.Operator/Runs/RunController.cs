using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Runs;

/// <summary>Observes the unfinished runs of an agent and offers the one whose turn it is to the runners: one at a time, the oldest first. A run that waits for a person keeps its turn and needs no runner. Writes nothing but queue entries, and offers them again and again: the queue is a hint.</summary>
internal sealed class RunController(RunBook book, IRunQueue queue, IOptions<OperatorOptions> options, TimeProvider time) : IController
{
    private static readonly TimeSpan OfferAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<ObjectKey, string> _offered = new();

    public string Name => "runs";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> keys)
    {
        yield return book.Subscribe(change =>
        {
            if ((change.New ?? change.Old) is { } run && options.Value.Includes(change.Key.Namespace) && Matters(change))
            {
                keys.Add(new ObjectKey(run.Metadata.Namespace ?? "", run.Spec.AgentRef));
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        // Two runs made within one second have the same age: the one that was offered first keeps its turn.
        var runs = book.Of(new AgentKey(key.Namespace, key.Name));
        var offered = _offered.TryGetValue(key, out var name) ? runs.FirstOrDefault(run => run.Name == name && !run.IsFinished) : null;
        if ((offered ?? NextOf(runs)) is not { } run)
        {
            _offered.TryRemove(key, out _);
            return ReconcileResult.Done;
        }

        _offered[key] = run.Name;
        if (run.Status is { Phase: RunPhase.AwaitingApproval, Awaiting: { } awaiting } && awaiting.Until - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            return ReconcileResult.After(left < LongestWait ? left : LongestWait);
        }

        var priority = run.Spec.Trigger is RunTrigger.Scheduled or RunTrigger.Agent ? RunPriority.Scheduled : RunPriority.Interactive;
        await queue.EnqueueAsync(new RunQueueEntry(new RunKey(key.Namespace, run.Name), priority, run.Metadata.Annotation(LegatorApi.TraceAnnotation)), cancellationToken);
        return ReconcileResult.After(OfferAgain);
    }

    /// <summary>The run whose turn it is: the one that has begun, else the oldest; null when all are finished.</summary>
    public static RunHead? NextOf(IEnumerable<RunHead> runs) => runs
        .Where(run => !run.IsFinished)
        .OrderBy(run => run.Status?.StartTime is null)
        .ThenBy(run => run.Metadata.CreationTimestamp)
        .ThenBy(run => run.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool Matters(ResourceChange<RunHead> change) =>
        change.Old is null || change.New is null || change.Old.IsFinished != change.New.IsFinished || change.Old.Status?.Awaiting != change.New.Status?.Awaiting || (change.IsResync && !change.New.IsFinished);
}
