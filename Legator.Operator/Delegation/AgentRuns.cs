using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Agents;
using Legator.Operator.Runs;

namespace Legator.Operator.Delegation;

/// <summary>Starts runs of agents on behalf of others. A run is named after the event's uid, so an event makes at most one run of an agent.</summary>
internal sealed class AgentRuns(AgentReviewer reviewer, RunMaker maker)
{
    /// <summary>Makes the run.</summary>
    /// <param name="receiver">The agent.</param>
    /// <param name="item">The task or event.</param>
    /// <param name="origin">What stands behind it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The run's name.</returns>
    public async Task<string> StartAsync(LegatorAgent receiver, AgentEvent item, EventOrigin origin, CancellationToken cancellationToken)
    {
        var isTask = Core.Delegation.AgentTasks.IsTask(item);
        var lead = origin.Lead(item.Metadata.Name ?? "", item.Spec.EventType, isTask);
        var own = receiver.Spec.Guardrails.Autonomy;
        var name = RunNames.ForRequest(new AgentKey(receiver.Metadata.Namespace ?? "", receiver.Metadata.Name ?? ""), $"event/{item.Metadata.Uid}");
        var order = new RunOrder(name, RunTrigger.Agent)
        {
            Payload = Text(item, isTask),
            Delegation = own < lead.Autonomy ? lead with { Autonomy = own } : lead,
        };
        await maker.MakeAsync(receiver, await reviewer.ReviewForRunAsync(receiver, cancellationToken), order, cancellationToken);
        return name;
    }

    private static string Text(AgentEvent item, bool isTask) => isTask
        ? item.Spec.Detail ?? item.Spec.Summary
        : string.Join('\n', new[] { $"severity: {item.Spec.Severity}", $"summary: {item.Spec.Summary}" }
            .Concat(item.Spec.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}: {label.Value}"))
            .Concat(item.Spec.Detail is { Length: > 0 } detail ? [detail] : []));
}
