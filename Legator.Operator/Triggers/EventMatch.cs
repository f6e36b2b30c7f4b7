using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Guardrails.Patterns;
using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;

namespace Legator.Operator.Triggers;

/// <summary>Whether an agent waits for an event; pure.</summary>
internal static class EventMatch
{
    /// <summary>True when one of the agent's triggers fits.</summary>
    public static bool Fits(LegatorAgentSpec agent, AgentEvent item) =>
        agent.Schedule.Triggers.Any(trigger => trigger.Type == TriggerType.AgentEvent && Fits(trigger, item));

    private static bool Fits(TriggerSpec trigger, AgentEvent item) =>
        Any(trigger.EventTypes, item.Spec.EventType)
        && Any(trigger.Agents, item.Spec.SourceAgent)
        && item.Spec.Severity >= (trigger.MinSeverity ?? Severity.Info)
        && trigger.Labels.All(label => item.Spec.Labels.TryGetValue(label.Key, out var value) && value == label.Value)
        && (string.IsNullOrWhiteSpace(trigger.Filter) || Holds(trigger.Filter, item));

    private static bool Any(IReadOnlyList<string> globs, string text) => globs.Count == 0 || globs.Any(glob => new Glob(glob).Matches(text));

    // A filter that cannot be read holds for nothing.
    private static bool Holds(string filter, AgentEvent item) =>
        PreConditionExpression.Check(filter, JsonSerializer.SerializeToNode(item, LegatorJson.Options) as JsonObject).Holds;
}
