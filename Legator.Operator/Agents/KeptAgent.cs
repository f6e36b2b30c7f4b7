using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Operator.Agents;

/// <summary>What of an agent is kept in memory: without what kubectl notes for itself, and with texts shared that thousands of agents have in common.</summary>
internal static class KeptAgent
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static LegatorAgent Of(LegatorAgent agent) => agent with
    {
        ApiVersion = SharedTexts.Of(agent.ApiVersion),
        Kind = SharedTexts.Of(agent.Kind),
        Metadata = Of(agent.Metadata),
        Spec = agent.Spec with { EnvironmentRef = SharedTexts.Of(agent.Spec.EnvironmentRef) },
        Status = agent.Status is { } status ? status with { Conditions = [.. status.Conditions.Select(Of)], ObservedSchedule = SharedTexts.Of(status.ObservedSchedule) } : null,
    };

    private static ObjectMeta Of(ObjectMeta metadata) => metadata with
    {
        Namespace = SharedTexts.Of(metadata.Namespace),
        Labels = metadata.Labels is { Count: > 0 } labels ? labels : null,
        Annotations = metadata.Annotations?.Where(entry => entry.Key != LastApplied).ToDictionary(StringComparer.Ordinal) is { Count: > 0 } annotations ? annotations : null,
    };

    private static Condition Of(Condition condition) => condition with
    {
        Type = SharedTexts.Of(condition.Type),
        Status = SharedTexts.Of(condition.Status),
        Reason = SharedTexts.Of(condition.Reason),
        Message = SharedTexts.Of(condition.Message),
    };
}
