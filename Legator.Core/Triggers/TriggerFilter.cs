using System.Text.Json.Nodes;
using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Triggers;

/// <summary>Filters of triggers: the comparisons of pre-conditions, over what came instead of over an object of the cluster.</summary>
public static class TriggerFilter
{
    /// <summary>What is wrong with a filter; null when nothing is, or there is none.</summary>
    /// <param name="type">Of which kind of trigger.</param>
    /// <param name="filter">As people wrote it.</param>
    public static string? Problem(TriggerType type, string? filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return null;
        }

        if (!PreConditionExpression.TryParse(filter, out var expression, out var problem))
        {
            return type == TriggerType.AgentEvent ? problem : $"it cannot be checked. {Usage(type)}";
        }

        return type == TriggerType.AgentEvent || expression.Terms.All(term => term is PreConditionTerm { Field: { } field } && Roots(type).Any(root => IsBelow(field.Text, root)))
            ? null
            : $"it speaks of something else than what comes. {Usage(type)}";
    }

    /// <summary>True when a trigger lets through what came; one that cannot be read lets nothing through.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="came">Members payload and headers of a webhook's call, or member event.</param>
    public static bool Lets(TriggerSpec trigger, JsonObject came) =>
        string.IsNullOrWhiteSpace(trigger.Filter) || (Problem(trigger.Type, trigger.Filter) is null && PreConditionExpression.Check(trigger.Filter, came).Holds);

    private static string[] Roots(TriggerType type) => type == TriggerType.Webhook ? ["payload", "headers"] : ["event"];

    private static bool IsBelow(string field, string root) => field.StartsWith(root + ".", StringComparison.Ordinal) || field.StartsWith(root + "[", StringComparison.Ordinal);

    private static string Usage(TriggerType type) => type == TriggerType.Webhook
        ? "Write comparisons such as 'payload.status == \"firing\"', 'payload.alerts[0].labels.severity in [critical, page]', 'headers[\"x-github-event\"] == push', 'payload.pusher is set', several of them joined by 'and'."
        : "Write comparisons such as 'event.type == \"Warning\"', 'event.count >= 3', 'event.involvedObject.name == web', 'event.reason not in [Pulled, Created]', several of them joined by 'and'.";
}
