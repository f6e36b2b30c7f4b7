using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Triggers;
using Legator.Operator.Agents;
using Legator.Operator.Control;
using Legator.Operator.Runs;

namespace Legator.Operator.Triggers.Deliveries;

/// <summary>Makes runs of deliveries.</summary>
internal sealed class DeliveryRuns(AgentReviewer reviewer, RunMaker maker, StatusWriter<AgentEvent> writer)
{
    /// <summary>Has the last of several stand for the others, so that these can go.</summary>
    public Task GatherAsync(PendingDelivery last, DeliveryPlan plan, CancellationToken cancellationToken)
    {
        List<string> earlier = [.. plan.Ids.Where(id => id != last.Digest)];
        var status = last.Item.Status;
        return earlier.Count == 0 || (status?.StandsFor is { } told && told.SequenceEqual(earlier, StringComparer.Ordinal))
            ? Task.CompletedTask
            : writer.WriteAsync(last.Item, status, (status ?? new AgentEventStatus()) with { Phase = AgentEventPhase.Delivered, StandsFor = earlier }, cancellationToken);
    }

    /// <summary>Makes the run, named after the first delivery and with the payload of the last.</summary>
    /// <returns>False when the agent cannot be judged yet.</returns>
    public async Task<bool> MakeAsync(LegatorAgent agent, string source, DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var review = await reviewer.ReviewForRunAsync(agent, cancellationToken);
        if (review.IsPending)
        {
            return false;
        }

        var key = new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? "");
        var (ids, last) = (plan.Ids, plan.Last!);
        var order = new RunOrder(WebhookDeliveries.RunOf(key, source, ids[0]), RunTrigger.Webhook)
        {
            Payload = last.Item.Spec.Detail,
            Delivery = new RunDelivery { Source = WebhookDeliveries.OriginOf(source), Count = ids.Count, LastAt = last.Time, Ids = ids },
        };
        await maker.MakeAsync(agent, review, order, cancellationToken);
        return true;
    }
}
