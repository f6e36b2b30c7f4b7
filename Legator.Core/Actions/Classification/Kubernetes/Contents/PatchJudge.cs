using System.Text.Json.Nodes;
using Legator.Core.Actions.Classification.Kubernetes.Commands;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Judges a patch by the fields that it changes.</summary>
internal static class PatchJudge
{
    // Fields of any kind that say where data is, how long it is kept, or what is restored over it.
    private static readonly string[] DataFields =
    [
        "persistentVolumeReclaimPolicy", "reclaimPolicy", "deletionPolicy", "deletionProtection", "claimRef", "volumeName", "volumeHandle", "volumeClaimTemplates", "volumeClaimTemplate",
        "persistentVolumeClaimRetentionPolicy", "dataSource", "dataSourceRef", "retentionPolicy", "bootstrap", "recovery", "restore", "storedVersions", "prune", "hostPath", "csi", "skipFinalSnapshot",
        "cleanupPolicy", "wipeDevicesFromOtherClusters", "confirmation", "terminationPolicy", "deletionTimestamp",
    ];

    // In the spec of a database or a store, a field with one of these in its name may shrink it, move it or empty it.
    private static readonly string[] DataWords =
    [
        "storage", "volume", "instances", "replicas", "size", "shards", "nodes", "members", "count", "backup", "retention", "restore", "recover", "bootstrap", "delete", "deletion", "wipe", "purge",
        "reset", "hibernat", "clone", "standby", "replica", "switchover", "failover", "primary", "source", "bucket", "path", "disk", "zone", "ttl", "expire", "schedule", "secret", "password", "version", "destroy", "prune", "force",
        "superuser", "database", "retain", "keep", "expir", "olderthan", "maxage", "lifecycle", "partitions", "shutdown", "stop", "enabled",
    ];

    /// <summary>The action with the tier of its content.</summary>
    /// <param name="action">The patch as if nothing were known of its content.</param>
    /// <param name="kind">Kind of what is patched.</param>
    /// <param name="changes">The fields; null when they cannot be told.</param>
    /// <param name="subresource">Subresource that is patched; null for the object itself.</param>
    public static ProposedAction Judge(ProposedAction action, KubernetesKind kind, IReadOnlyList<PatchChange>? changes, string? subresource)
    {
        if (changes is null || kind.Group == "legator.io")
        {
            return KubernetesClassifier.Raise(action, DataKinds.Contains(kind) ? RiskTier.DataMutation : RiskTier.DestructiveMutation, "what it changes is not known");
        }

        if (changes.Count == 0)
        {
            return action with { Tier = RiskTier.ServiceMutation, Effects = ["changes nothing that is named"] };
        }

        var judged = action with { Tier = RiskTier.ServiceMutation, Effects = [] };
        foreach (var change in changes)
        {
            var (tier, effect) = OfField(change, kind);
            judged = judged.Tier >= tier && judged.Effects.Count >= 5 ? judged : KubernetesClassifier.Raise(judged, tier, effect);
            judged = PodFindings.Raise(judged, LastName(change.Path), change.Value);
        }

        return subresource is null or "" or "scale" ? judged
            : KubernetesClassifier.Raise(judged, DataKinds.Contains(kind) ? RiskTier.DataMutation : RiskTier.DestructiveMutation, $"changes the {subresource} that others go by");
    }

    private static (RiskTier Tier, string Effect) OfField(PatchChange change, KubernetesKind kind)
    {
        var isData = DataKinds.Contains(kind) || ReferenceEquals(kind, KindResolver.Any);
        var worst = isData ? RiskTier.DataMutation : RiskTier.DestructiveMutation;
        if (change.Path.Length == 0 || change.Path is "metadata" or "spec" || change.Path.Contains('$'))
        {
            return (worst, "replaces or removes all that stands there");
        }

        if (change.Path is ['m' or 'M', ..] && change.IsIn("metadata"))
        {
            return OfMetadata(change, kind, worst);
        }

        foreach (var field in DataFields)
        {
            if (change.Passes(field))
            {
                return (RiskTier.DataMutation, $"changes {field}, which decides over data");
            }
        }

        return isData ? OfDataKind(change, kind) : OfSpec(change, kind);
    }

    private static (RiskTier, string) OfMetadata(PatchChange change, KubernetesKind kind, RiskTier worst)
    {
        if (change.IsIn("metadata/labels") || change.IsIn("metadata/annotations"))
        {
            var all = change.Path is "metadata/labels" or "metadata/annotations";
            var mark = LastName(change.Path).Replace("~1", "/", StringComparison.Ordinal);
            var operated = DataKinds.Contains(kind) && kind is not { Group: "" or "apps" };
            return Marks.IsOverData(mark) ? (RiskTier.DataMutation, $"an operator changes data because of {mark}")
                : all && change.Value is null or JsonObject || operated || Marks.IsWeighty(mark)
                ? (RiskTier.DestructiveMutation, $"others act on {(all ? "what it removes" : mark)}")
                : (RiskTier.ServiceMutation, "changes labels or annotations");
        }

        return change.IsIn("metadata/finalizers") || change.IsIn("metadata/ownerReferences")
            ? (worst, "changes what decides when the object is removed")
            : (worst, $"changes {change.Path}");
    }

    private static (RiskTier, string) OfSpec(PatchChange change, KubernetesKind kind)
    {
        if (change.Path is "spec/replicas" && kind is { Group: "apps", Plural: "deployments" or "replicasets" })
        {
            return ObjectText.Number(change.Value) is > 0 ? (RiskTier.ServiceMutation, "adds or removes pods") : (RiskTier.DestructiveMutation, "stops all its pods");
        }

        var undone = (change.Path, kind) switch
        {
            ("spec/paused", { Group: "apps", Plural: "deployments" }) => ObjectText.IsTrue(change.Value) || change.Value is null or JsonValue,
            ("spec/suspend", _) => change.Value is JsonValue,
            ("spec/unschedulable", { Group: "", Plural: "nodes" }) => change.Value is null or JsonValue,
            ("spec/minReplicas" or "spec/maxReplicas", { Group: "autoscaling" }) => ObjectText.Number(change.Value) is > 0,
            ("spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt", { Group: "apps", Plural: "deployments" or "daemonsets" }) => true,
            _ => false,
        };
        return undone ? (RiskTier.ServiceMutation, $"changes {change.Path}") : (RiskTier.DestructiveMutation, $"changes {Shortened(change.Path)}");
    }

    /// <summary>Of what holds data, only what says nothing about it may be less than data.</summary>
    private static (RiskTier, string) OfDataKind(PatchChange change, KubernetesKind kind) => (kind, change.Path) switch
    {
        ({ Group: "apps", Plural: "statefulsets" }, "spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt") => (RiskTier.ServiceMutation, "replaces its pods one after another"),
        ({ Group: "apps", Plural: "statefulsets" }, _) => (RiskTier.DestructiveMutation, $"changes {Shortened(change.Path)}"),
        ({ Group: "", Plural: "persistentvolumeclaims" }, "spec/resources/requests/storage") => (RiskTier.DestructiveMutation, "makes the volume larger, which cannot be undone"),
        ({ Group: "" } or { Group: "apiextensions.k8s.io" } or { Group: "apiregistration.k8s.io" }, _) => (RiskTier.DataMutation, $"changes {Shortened(change.Path)}"),
        _ => Tells(change) ? (RiskTier.DataMutation, $"changes {Shortened(change.Path)}, which may decide over data") : (RiskTier.DestructiveMutation, $"changes {Shortened(change.Path)}"),
    };

    private static bool Tells(PatchChange change)
    {
        foreach (var word in DataWords)
        {
            if (change.Path.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        // A field that goes away or becomes false may be what kept the data.
        return change.Value is null or JsonObject;
    }

    private static string LastName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Shortened(string path) => path.Length > 80 ? $"{path[..80]}…" : path;
}
