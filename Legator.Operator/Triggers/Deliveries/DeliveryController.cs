using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Core.Triggers;
using Legator.Operator.Control;
using Legator.Operator.Events;
using Legator.Operator.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Triggers.Deliveries;

/// <summary>Observes stored deliveries of webhooks and the runs that they started, by agent. Makes runs of them, gathers those that come close together, and removes what has its run.</summary>
internal sealed class DeliveryController : IController
{
    private const string ByAgent = "operator/delivery";
    private static readonly TimeSpan NewAgent = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private readonly InformerSet _informers;
    private readonly RunBook _book;
    private readonly DeliveryRuns _runs;
    private readonly DeliveryProofs _proofs;
    private readonly StatusWriter<AgentEvent> _writer;
    private readonly ResourceClient<AgentEvent> _events;
    private readonly EventRecorder _recorder;
    private readonly IOptions<OperatorOptions> _options;
    private readonly TimeProvider _time;

    public DeliveryController(
        InformerSet informers, RunBook book, DeliveryRuns runs, DeliveryProofs proofs, StatusWriter<AgentEvent> writer, ResourceClient<AgentEvent> events, EventRecorder recorder, IOptions<OperatorOptions> options, TimeProvider time)
    {
        (_informers, _book, _runs, _proofs, _writer, _events, _recorder, _options, _time) = (informers, book, runs, proofs, writer, events, recorder, options, time);
        informers.Events.AddIndex(ByAgent, item => WebhookDeliveries.Is(item) ? [$"{item.Metadata.Namespace}/{item.Spec.TargetAgent}"] : []);
    }

    public string Name => "deliveries";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return _informers.Events.Subscribe(change =>
        {
            if ((change.New ?? change.Old) is { } item && WebhookDeliveries.Is(item))
            {
                queue.Add(new ObjectKey(change.Key.Namespace, item.Spec.TargetAgent ?? ""));
            }
        });
        yield return _book.Subscribe(change =>
        {
            if ((change.New ?? change.Old) is { Delivery: not null } run)
            {
                queue.Add(new ObjectKey(change.Key.Namespace, run.Agent));
            }
        });
        yield return _informers.Agents.Subscribe(change =>
        {
            if (!change.IsResync && change.Old?.Metadata.Generation != change.New?.Metadata.Generation)
            {
                queue.Add(change.Key);
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var stored = _informers.Events.ByIndex(ByAgent, $"{key.Namespace}/{key.Name}").Where(item => item.Metadata.DeletionTimestamp is null).ToList();
        if (stored.Count == 0 || !_options.Value.Includes(key.Namespace))
        {
            return ReconcileResult.Done;
        }

        var agent = _informers.Agents.TryGet(key.Namespace, key.Name);
        if (agent is null or { Metadata.DeletionTimestamp: not null })
        {
            // Made a moment ago, perhaps, and not seen yet.
            var old = stored.Where(item => agent is not null || item.Metadata.CreationTimestamp + NewAgent < _time.GetUtcNow()).ToList();
            await RemoveAsync(old, cancellationToken);
            return old.Count == stored.Count ? ReconcileResult.Done : ReconcileResult.After(LookAgain);
        }

        var wait = LongestWait;
        foreach (var group in (await GenuineAsync(agent, stored, cancellationToken)).GroupBy(delivery => delivery.Source))
        {
            var next = await WorkAsync(agent, group.Key, [.. group], cancellationToken);
            wait = next < wait ? next : wait;
        }

        return ReconcileResult.After(wait);
    }

    /// <returns>When to look again.</returns>
    private async Task<TimeSpan> WorkAsync(LegatorAgent agent, string source, IReadOnlyList<PendingDelivery> pending, CancellationToken cancellationToken)
    {
        var key = new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? "");
        var trigger = agent.Spec.Schedule.Triggers.First(trigger => IsOf(trigger, source));
        var runs = _book.Of(key).Where(run => run.Delivery?.Source == WebhookDeliveries.OriginOf(source)).ToList();
        var plan = DeliveryPlan.Of(pending, runs, TriggerFields.DebounceOf(trigger), _time.GetUtcNow());
        await RemoveAsync(plan.Known.Select(delivery => delivery.Item), cancellationToken);
        if (plan.Last is not { } last || agent.Spec.Paused)
        {
            return LongestWait;
        }

        if (plan.Wait > TimeSpan.Zero)
        {
            await _runs.GatherAsync(last, plan, cancellationToken);
            await RemoveAsync(plan.Rest.Where(delivery => delivery != last).Select(delivery => delivery.Item), cancellationToken);
            return plan.Wait;
        }

        if (!await _runs.MakeAsync(agent, source, plan, cancellationToken))
        {
            return LookAgain;
        }

        await RemoveAsync(plan.Rest.Select(delivery => delivery.Item), cancellationToken);
        return LongestWait;
    }

    /// <summary>Those that still count and that somebody with the trigger's Secret made; the others are removed, and that is told.</summary>
    private async Task<List<PendingDelivery>> GenuineAsync(LegatorAgent agent, IEnumerable<AgentEvent> stored, CancellationToken cancellationToken)
    {
        var genuine = new List<PendingDelivery>();
        foreach (var item in stored)
        {
            var delivery = PendingDelivery.Of(_writer.Freshest(item));
            var trigger = delivery is null ? null : agent.Spec.Schedule.Triggers.FirstOrDefault(trigger => IsOf(trigger, delivery.Source));
            var problem = delivery is null || trigger is null ? "the agent has no trigger for it that works"
                : EventLife.EndOf(item) <= _time.GetUtcNow() ? $"it waited for {WebhookDeliveries.Life}"
                : await _proofs.IsGenuineAsync(item, trigger, cancellationToken) ? null
                : "it is not sealed with the trigger's Secret";
            if (problem is null)
            {
                genuine.Add(delivery!);
                continue;
            }

            _recorder.Warning(agent, "DeliveryNotTaken", $"Delivery {item.Metadata.Name} starts no run: {problem}.");
            await RemoveAsync([item], cancellationToken);
        }

        return genuine;
    }

    private async Task RemoveAsync(IEnumerable<AgentEvent> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            await _events.DeleteAsync(item.Metadata.Namespace, item.Metadata.Name!, cancellationToken, new Preconditions(item.Metadata.Uid));
        }
    }

    private static bool IsOf(TriggerSpec trigger, string source) => trigger.Type == TriggerType.Webhook && trigger.Source == source && TriggerFields.IsUsable(trigger);
}
