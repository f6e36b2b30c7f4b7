using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Kubernetes.Commands;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Looks into one object for what makes bringing it in worse than its kind says.</summary>
internal static class ObjectJudge
{
    /// <summary>The action, raised by what the object holds.</summary>
    public static ProposedAction Judge(ProposedAction action, KubernetesKind kind, JsonObject item)
    {
        var metadata = item["metadata"] as JsonObject;
        var spec = item["spec"] as JsonObject;
        var isData = DataKinds.Contains(kind);
        if (isData && action.Verb != "create" && (metadata?.ContainsKey("finalizers") == true || metadata?.ContainsKey("ownerReferences") == true))
        {
            action = KubernetesClassifier.Raise(action, RiskTier.DataMutation, "changes what decides when the object is removed");
        }

        foreach (var mark in Names(metadata?["annotations"]).Concat(Names(metadata?["labels"])).Where(n => Marks.IsOverData(n)))
        {
            action = KubernetesClassifier.Raise(action, RiskTier.DataMutation, $"an operator changes data because of {mark}");
        }

        foreach (var mark in Names(metadata?["annotations"]).Concat(Names(metadata?["labels"])).Where(n => Marks.IsWeighty(n)))
        {
            action = KubernetesClassifier.Raise(action, RiskTier.DestructiveMutation, $"others act on {mark}");
        }

        action = kind switch
        {
            { Group: "", Plural: "persistentvolumeclaims" } when spec is not null && (spec.ContainsKey("volumeName") || spec.ContainsKey("dataSource") || spec.ContainsKey("dataSourceRef")) =>
                KubernetesClassifier.Raise(action, action.Verb == "create" ? RiskTier.DestructiveMutation : RiskTier.DataMutation, "says which volume or copy the claim takes"),
            { Group: "apps", Plural: "statefulsets" } when (spec?["persistentVolumeClaimRetentionPolicy"] as JsonObject)?.Any(p => ObjectText.Of(p.Value) != "Retain") == true =>
                KubernetesClassifier.Raise(action, RiskTier.DataMutation, "lets claims be removed with their set"),
            { Group: "" or "batch", Plural: "pods" or "jobs" or "cronjobs" } when PodFindings.MountsClaim(item) =>
                KubernetesClassifier.Raise(action, RiskTier.DataMutation, "runs a program on the data of a claim"),
            _ => action,
        };
        return PodFindings.Raise(action, item);
    }

    private static IEnumerable<string> Names(JsonNode? node) => (node as JsonObject)?.Select(p => p.Key) ?? [];
}
