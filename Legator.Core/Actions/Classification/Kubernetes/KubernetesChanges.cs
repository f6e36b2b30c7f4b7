namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>How bad a change of an object could be by its verb and its kind, before anybody has looked at what it is changed to.</summary>
internal static class KubernetesChanges
{
    /// <summary>Tier and effects; null for a verb that it does not know.</summary>
    public static (RiskTier Tier, IReadOnlyList<string> Effects)? Judge(string verb, KubernetesKind kind) =>
        kind.Group == "legator.io" && !IsKnownHarmless(verb)
            ? (RiskTier.DataMutation, ["changes what agents are held by"])
            : verb switch
            {
                "label" or "annotate" => Mark(kind),
                "pause" or "resume" or "undo" => Rollout(kind),
                "cordon" or "uncordon" or "expose" or "port-forward" => (RiskTier.ServiceMutation, []),
                "taint" => (RiskTier.ServiceMutation, ["changes which pods a node takes"]),
                "drain" => (RiskTier.DestructiveMutation, ["removes the pods of a node"]),
                "create" => Create(kind),
                "apply" or "set" or "patch" => Apply(kind),
                "replace" or "edit" => Replace(kind),
                "autoscale" => kind is { Group: "apps", Plural: "deployments" or "replicasets" }
                    ? (RiskTier.ServiceMutation, ["lets the cluster choose the number of pods"])
                    : (RiskTier.DestructiveMutation, ["lets the cluster choose the number of members"]),
                "evict" => (RiskTier.DestructiveMutation, ["removes the pod"]),
                "approve" or "deny" => (RiskTier.DestructiveMutation, ["decides whether a certificate is given out"]),
                "exec" or "attach" or "cp" or "debug" or "run" or "proxy" => (RiskTier.DestructiveMutation, ["runs or changes things inside pods"]),
                _ => null,
            };

    /// <summary>True for kinds that say who may do what, or what the cluster accepts.</summary>
    public static bool IsAuthority(KubernetesKind kind) =>
        kind.Group is "rbac.authorization.k8s.io" or "admissionregistration.k8s.io" or "apiextensions.k8s.io" or "apiregistration.k8s.io" or "certificates.k8s.io"
        || kind is { Group: "", Plural: "serviceaccounts" };

    private static bool IsKnownHarmless(string verb) => verb is "port-forward";

    private static (RiskTier, IReadOnlyList<string>) Mark(KubernetesKind kind) =>
        DataKinds.Contains(kind) && kind is not { Group: "" or "apps" }
            ? (RiskTier.DestructiveMutation, ["operators of databases and storage act on labels and annotations"])
            : (RiskTier.ServiceMutation, []);

    private static (RiskTier, IReadOnlyList<string>) Rollout(KubernetesKind kind) =>
        kind is { Group: "apps", Plural: "deployments" or "daemonsets" }
            ? (RiskTier.ServiceMutation, ["changes how its pods are replaced"])
            : (RiskTier.DestructiveMutation, [$"what a rollout does to {kind.QualifiedName} is not known"]);

    private static (RiskTier, IReadOnlyList<string>) Create(KubernetesKind kind) =>
        kind.Kind.Contains("restore", StringComparison.OrdinalIgnoreCase) ? (RiskTier.DataMutation, ["restores over what is there"])
        : IsAuthority(kind) ? (RiskTier.DestructiveMutation, ["changes who may do what, or what the cluster accepts"])
        : kind is { Group: "", Plural: "secrets" or "pods" or "persistentvolumes" or "podtemplates" or "nodes" } or { Group: "apps" } or { Group: "batch" } ? (RiskTier.DestructiveMutation, ["adds something that runs, or that others trust"])
        : kind.Group is "" or "policy" or "autoscaling" or "networking.k8s.io" or "scheduling.k8s.io" or "discovery.k8s.io" or "coordination.k8s.io" && KubernetesKinds.Find(kind.QualifiedName) is not null
            ? (RiskTier.ServiceMutation, ["adds an object"])
        : (RiskTier.DestructiveMutation, ["adds an object that others act on"]);

    // What was there before is not known, so a change of anything that holds data may take it away or point it elsewhere.
    private static (RiskTier, IReadOnlyList<string>) Apply(KubernetesKind kind) =>
        kind is { Group: "", Plural: "persistentvolumeclaims" or "namespaces" } or { Group: "apps" } ? (RiskTier.DestructiveMutation, ["changes an object that may be there already"])
        : DataKinds.Contains(kind) ? (RiskTier.DataMutation, ["changes data, or what holds it"])
        : (RiskTier.DestructiveMutation, ["changes an object that may be there already"]);

    private static (RiskTier, IReadOnlyList<string>) Replace(KubernetesKind kind) =>
        DataKinds.Contains(kind)
            ? (RiskTier.DataMutation, ["replaces data, or what holds it"])
            : (RiskTier.DestructiveMutation, ["replaces the object"]);
}
