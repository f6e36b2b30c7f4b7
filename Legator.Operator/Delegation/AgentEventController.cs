using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Delegation;
using Legator.Core.Resources.Events;
using Legator.Core.Triggers;
using Legator.Operator.Control;
using Legator.Operator.Runs;
using Legator.Operator.Triggers;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Delegation;

/// <summary>Observes AgentEvents, the runs that they started and the agents that wait for them. Writes each event's status, which nobody else does, and deletes events that nobody needs any more.</summary>
internal sealed class AgentEventController(
    InformerSet informers,
    RunBook book,
    TaskDesk tasks,
    EventTriggers triggers,
    ResourceClient<AgentEvent> events,
    StatusWriter<AgentEvent> writer,
    IOptions<OperatorOptions> options,
    TimeProvider time) : IController
{
    public string Name => "agentevents";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return informers.Events.Subscribe(change =>
        {
            // Deliveries of webhooks are another's work; what was remembered of them is forgotten here.
            if (change.New is not { } item || !WebhookDeliveries.Is(item))
            {
                queue.Add(change.Key, change.IsResync ? WorkPriority.Low : WorkPriority.Normal);
            }
        });
        yield return book.Subscribe(change =>
        {
            // Every step of such a run writes its status, so an answer is seen as soon as the journal is projected.
            if ((change.New ?? change.Old)?.EventRef is { Length: > 0 } item)
            {
                queue.Add(new ObjectKey(change.Key.Namespace, item));
            }
        });
        yield return informers.Agents.Subscribe(change =>
        {
            if (!change.IsResync && change.Old?.Metadata.Generation != change.New?.Metadata.Generation)
            {
                foreach (var item in informers.Events.All.Where(item => item.Metadata.Namespace == change.Key.Namespace && !WebhookDeliveries.Is(item)))
                {
                    queue.Add(ObjectKey.Of(item.Metadata));
                }
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (!options.Value.Includes(key.Namespace))
        {
            return ReconcileResult.Done;
        }

        if (informers.Events.TryGet(key.Namespace, key.Name) is not { } cached)
        {
            await writer.ReportMalformedAsync(informers.Events, key, _ => new { phase = AgentEventPhase.Expired }, cancellationToken);
            return ReconcileResult.Done;
        }

        var item = writer.Freshest(cached);
        if (item.Metadata.DeletionTimestamp is not null || WebhookDeliveries.Is(item))
        {
            return ReconcileResult.Done;
        }

        var over = OverSince(item);
        if (over is { } since)
        {
            return await KeepAsync(item, since, cancellationToken);
        }

        var outcome = AgentTasks.IsTask(item) ? await tasks.WorkAsync(item, cancellationToken) : await triggers.WorkAsync(item, cancellationToken);
        await writer.WriteAsync(cached, item.Status, outcome.Status, cancellationToken);
        return outcome.LookAgain is { } wait ? ReconcileResult.After(wait) : ReconcileResult.Done;
    }

    /// <summary>Since when nothing more comes of it; null while something may.</summary>
    private static DateTimeOffset? OverSince(AgentEvent item) =>
        AgentTasks.IsTask(item) ? item.Status?.Task is { FinishedAt: { } finished } status && EventLife.IsFinal(status.State) ? finished : null
        : item.Status?.Phase == AgentEventPhase.Expired ? EventLife.EndOf(item)
        : null;

    /// <summary>What is over stays readable for a while, for the agent that asked and for people.</summary>
    private async Task<ReconcileResult> KeepAsync(AgentEvent item, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var left = since + options.Value.EventRetention - time.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            return ReconcileResult.After(left);
        }

        await events.DeleteAsync(item.Metadata.Namespace, item.Metadata.Name!, cancellationToken, new Preconditions(item.Metadata.Uid));
        return ReconcileResult.Done;
    }
}
