using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Operator.Delegation;
using Legator.Operator.Events;
using Legator.Operator.Runs;

namespace Legator.Operator.Triggers;

/// <summary>Starts one run of each agent that waits for an event. An agent hears of what is told after it was made, in its own namespace, as long as the event counts.</summary>
internal sealed class EventTriggers(Informer<LegatorAgent> agents, RunBook book, EventOrigins origins, AgentRuns starter, EventRecorder recorder, TimeProvider time)
{
    /// <summary>Most unfinished runs of one agent that events may have started; further events wait.</summary>
    private const int MostWaiting = 10;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    // Several events are worked on at once; counting and starting is one step.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Looks at an event that counts.</summary>
    public async Task<TaskOutcome> WorkAsync(AgentEvent item, CancellationToken cancellationToken)
    {
        var status = item.Status ?? new AgentEventStatus();
        var left = EventLife.EndOf(item) - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return new TaskOutcome(status with { Phase = AgentEventPhase.Expired }, TimeSpan.Zero);
        }

        var waiting = agents.All.Where(agent => Waits(agent, item, status)).ToList();
        var origin = waiting.Count == 0 ? null : await origins.FindAsync(item, cancellationToken) ?? EventOrigins.Nobody(item);
        var later = false;
        foreach (var agent in waiting.OrderBy(agent => agent.Metadata.Name, StringComparer.Ordinal))
        {
            (status, var postponed) = await OfferAsync(agent, item, origin!, status, cancellationToken);
            later |= postponed;
        }

        return new TaskOutcome(status, later && left > Retry ? Retry : left);
    }

    private static bool Waits(LegatorAgent agent, AgentEvent item, AgentEventStatus status) =>
        agent.Metadata.Namespace == item.Metadata.Namespace
        && agent.Metadata.DeletionTimestamp is null
        && agent.Metadata.CreationTimestamp <= item.Metadata.CreationTimestamp
        && (item.Spec.TargetAgent is not { Length: > 0 } meant || meant == agent.Metadata.Name)
        && status.ConsumedBy.All(consumer => consumer.Agent != agent.Metadata.Name)
        && EventMatch.Fits(agent.Spec, item);

    private async Task<(AgentEventStatus Status, bool Postponed)> OfferAsync(LegatorAgent agent, AgentEvent item, EventOrigin origin, AgentEventStatus status, CancellationToken cancellationToken)
    {
        var key = new AgentKey(agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? "");

        // Who hears of an event is the hearer's choice; circles and long ways are nobody's.
        if (DelegationRules.Refusal(origin.Agent, new DelegationSpec { AllowTo = [key.ToString()] }, key, agent.Spec.Delegation, origin.Led) is { } refusal)
        {
            recorder.Warning(agent, "EventNotTaken", $"Event {item.Metadata.Name} ({item.Spec.EventType}) starts no run: {refusal}");
            return (status with { ConsumedBy = [.. status.ConsumedBy, Heard(key, null)] }, false);
        }

        return agent.Spec.Paused || await StartAsync(agent, key, item, origin, cancellationToken) is not { } run
            ? (status, true)
            : (status with { Phase = AgentEventPhase.Consumed, ConsumedBy = [.. status.ConsumedBy, Heard(key, run)], TriggeredRuns = [.. status.TriggeredRuns, run] }, false);
    }

    /// <returns>Null when the agent has enough to do.</returns>
    private async Task<string?> StartAsync(LegatorAgent agent, AgentKey key, AgentEvent item, EventOrigin origin, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return book.Of(key).Count(run => !run.IsFinished && run.EventRef is not null) >= MostWaiting
                ? null
                : await starter.StartAsync(agent, item, origin, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private EventConsumer Heard(AgentKey agent, string? run) => new() { Agent = agent.Name, ConsumedAt = time.GetUtcNow(), RunName = run };
}
