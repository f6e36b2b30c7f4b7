using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Guardrails.Patterns;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Triggers;

namespace Legator.Operator.Triggers.ClusterEvents;

/// <summary>Whether an agent waits for a Kubernetes Event; pure.</summary>
internal static class HappeningMatch
{
    /// <summary>True for an agent with a trigger that some Event could fit.</summary>
    public static bool Waits(LegatorAgentSpec spec) => !spec.Paused && spec.Schedule.Triggers.Any(IsOfEvents);

    /// <summary>True when one of the agent's triggers fits, in a namespace of its environment.</summary>
    public static bool Fits(LegatorAgent agent, LegatorEnvironmentSpec environment, CoreEvent item, Happening happening) =>
        environment.Connection?.Kind is null or ConnectionKind.InCluster
        && item.InvolvedObject.ApiVersion?.StartsWith(LegatorApi.Group + "/", StringComparison.Ordinal) != true
        && Namespaces(agent, environment).Any(glob => new Glob(glob).Matches(item.Metadata.Namespace ?? ""))
        && agent.Spec.Schedule.Triggers.Where(IsOfEvents).Any(trigger => Fits(trigger, item, happening));

    /// <summary>How long Events are gathered: as long as the most patient trigger wants.</summary>
    public static TimeSpan DebounceOf(LegatorAgentSpec spec) => spec.Schedule.Triggers.Where(IsOfEvents).Select(TriggerFields.DebounceOf).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static bool Fits(TriggerSpec trigger, CoreEvent item, Happening happening) =>
        (trigger.Reasons.Count == 0 || trigger.Reasons.Any(reason => new Glob(reason).Matches(item.Reason ?? "")))
        && (trigger.Resources.Count == 0 || trigger.Resources.Any(resource => Names(resource, item.InvolvedObject.Kind ?? "")))
        && TriggerFilter.Lets(trigger, new JsonObject { ["event"] = happening.Event.DeepClone() });

    /// <summary>Kinds are known by their names and by those that kubectl takes: Pod, pod, pods, deployments.apps.</summary>
    private static bool Names(string resource, string kind)
    {
        var name = resource.Split('.')[0].ToLowerInvariant();
        var (one, y) = (kind.ToLowerInvariant(), kind.EndsWith('y'));
        return name == "*" || name == one || name == $"{one}s" || name == $"{one}es" || (y && name == $"{one[..^1]}ies");
    }

    // An environment that names no namespaces is about the agent's own.
    private static IEnumerable<string> Namespaces(LegatorAgent agent, LegatorEnvironmentSpec environment)
    {
        List<string> named = environment.Namespaces is { } map ? [.. map.Apps, .. map.Monitoring, .. map.System, .. map.Additional.Values.SelectMany(names => names)] : [];
        return named.Count > 0 ? named : [agent.Metadata.Namespace ?? ""];
    }

    private static bool IsOfEvents(TriggerSpec trigger) => trigger.Type == TriggerType.KubernetesEvent && TriggerFields.IsUsable(trigger);
}
