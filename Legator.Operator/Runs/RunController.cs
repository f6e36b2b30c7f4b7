using System.Collections.Concurrent;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Legator.Operator.Limits;
using Legator.Operator.Projection;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Runs;

/// <summary>Observes the unfinished runs of an agent and offers the one whose turn it is to the runners: one at a time, the oldest first. A run that waits for a person keeps its turn and needs no runner. Writes queue entries, and offers them again and again, for the queue is a hint; and why a run that has not begun has to wait.</summary>
internal sealed class RunController(RunBook book, RunAdmission admission, WaitingRuns waiting, RunCancels cancels, IRunQueue queue, IOptions<OperatorOptions> options, TimeProvider time) : IController
{
    // What the queue has forgotten waits no longer than this.
    private static readonly TimeSpan OfferAgain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan JudgeAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<ObjectKey, string> _offered = new();
    private WorkQueue<ObjectKey>? _keys;

    public string Name => "runs";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> keys)
    {
        _keys = keys;
        yield return book.Subscribe(change =>
        {
            if ((change.New ?? change.Old) is { } run && options.Value.Includes(change.Key.Namespace) && Matters(change))
            {
                keys.Add(new ObjectKey(run.Namespace ?? "", run.Agent));
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        // Two runs made within one second have the same age: the one that was offered first keeps its turn.
        var agent = new AgentKey(key.Namespace, key.Name);
        var runs = book.Of(agent);
        foreach (var cancelled in runs.Where(RunCancels.IsWanted))
        {
            // Whoever holds it ends it; where nobody does, a runner takes it up for that, whosever turn it is.
            await cancels.MarkAsync(cancelled, cancellationToken);
            await OfferAsync(cancelled, RunPriority.Interactive, TimeSpan.Zero, cancellationToken);
        }

        var offered = _offered.TryGetValue(key, out var name) ? runs.FirstOrDefault(run => run.Name == name && !run.IsFinished) : null;
        if ((offered ?? NextOf(runs)) is not { } run)
        {
            _offered.TryRemove(key, out _);
            waiting.Forget(agent);
            Free(agent);
            return ReconcileResult.Done;
        }

        _offered[key] = run.Name;
        if (RunCancels.IsWanted(run))
        {
            return ReconcileResult.After(OfferAgain);
        }

        if (run is { Phase: RunPhase.AwaitingApproval, Awaiting: { } awaiting } && awaiting.Until - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            Free(agent);
            return ReconcileResult.After(left < LongestWait ? left : LongestWait);
        }

        var held = admission.Judge(agent, run);
        await waiting.TellAsync(agent, run, held, cancellationToken);
        if (held is not null)
        {
            // Whoever ends frees a place for the next in line; times that pass by themselves are looked at here.
            return ReconcileResult.After(JudgeAgain);
        }

        var priority = run.Trigger is RunTrigger.Scheduled or RunTrigger.Agent or RunTrigger.KubernetesEvent ? RunPriority.Scheduled : RunPriority.Interactive;
        using var span = name == run.Name ? null : QueueSpans.Begin(run);
        await OfferAsync(run, priority, Delay(run), cancellationToken, span?.Id);
        return ReconcileResult.After(OfferAgain);
    }

    private Task OfferAsync(RunHead run, RunPriority priority, TimeSpan delay, CancellationToken cancellationToken, string? trace = null) =>
        queue.EnqueueAsync(new RunQueueEntry(new RunKey(run.Namespace ?? "", run.Name), priority, trace ?? run.Annotation(LegatorApi.TraceAnnotation)), delay, cancellationToken);

    /// <summary>The run whose turn it is: the one that has begun, else the oldest; null when all are finished.</summary>
    public static RunHead? NextOf(IEnumerable<RunHead> runs) => runs
        .Where(run => !run.IsFinished)
        .OrderBy(run => run.StartTime is null)
        .ThenBy(run => run.Created)
        .ThenBy(run => run.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>A run that was made ahead waits on the queue for its time.</summary>
    private TimeSpan Delay(RunHead run) =>
        run.NotBefore - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private void Free(AgentKey agent)
    {
        if (admission.Free(agent) is { } next)
        {
            _keys?.Add(new ObjectKey(next.Namespace, next.Name));
        }
    }

    private static bool Matters(ResourceChange<RunHead> change) =>
        change.Old is null || change.New is null || change.Old.IsFinished != change.New.IsFinished || change.Old.Awaiting != change.New.Awaiting || RunCancels.IsWanted(change.Old) != RunCancels.IsWanted(change.New) || (change.IsResync && !change.New.IsFinished);
}
