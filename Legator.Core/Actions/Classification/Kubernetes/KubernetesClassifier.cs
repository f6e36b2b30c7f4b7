namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>Says how bad an operation on the Kubernetes API could be. A verb that it does not know is taken for the worst.</summary>
public static class KubernetesClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "kubernetes";

    /// <summary>Classifies one operation.</summary>
    public static ProposedAction Classify(KubernetesOperation operation)
    {
        var (tier, effects) = Judge(operation);
        return new ProposedAction(Domain, operation.Verb, KubernetesTargets.Of(operation), tier)
        {
            Effects = effects,
            Guarded = IsSecret(operation.Kind),
        };
    }

    /// <summary>The action with a tier that is at least this one, and with the reason for it among its effects.</summary>
    internal static ProposedAction Raise(ProposedAction action, RiskTier atLeast, string effect) => action with
    {
        Tier = action.Tier > atLeast ? action.Tier : atLeast,
        Effects = action.Effects.Contains(effect) ? action.Effects : [.. action.Effects, effect],
    };

    private static (RiskTier Tier, IReadOnlyList<string> Effects) Judge(KubernetesOperation operation) => operation.Verb switch
    {
        "get" or "list" or "describe" or "logs" or "rollout-status" or "rollout-history" or "top" or "events" or "wait" or "diff" or "view-last-applied" => (RiskTier.Read, []),
        "restart" => Restart(operation.Kind),
        "scale" => Scale(operation),
        "delete" => Delete(operation.Kind),
        _ => KubernetesChanges.Judge(operation.Verb, operation.Kind) ?? (RiskTier.DataMutation, [$"'{operation.Verb}' is not a verb that Legator knows"]),
    };

    private static (RiskTier, IReadOnlyList<string>) Restart(KubernetesKind kind) =>
        kind is { Group: "apps", Plural: "deployments" or "daemonsets" or "statefulsets" }
            ? (RiskTier.ServiceMutation, ["replaces its pods one after another"])
            : (RiskTier.DestructiveMutation, [$"what a restart does to {kind.QualifiedName} is not known"]);

    private static (RiskTier, IReadOnlyList<string>) Scale(KubernetesOperation operation)
    {
        if (operation.Kind is { Group: "apps", Plural: "statefulsets" })
        {
            return (RiskTier.DestructiveMutation, ["removes members of a stateful set, or adds some; its claims may go with them"]);
        }

        if (DataKinds.Contains(operation.Kind))
        {
            return (RiskTier.DataMutation, ["changes how many copies of the data there are"]);
        }

        return operation.Replicas switch
        {
            null or < 0 => (RiskTier.DataMutation, ["the number of replicas is not known"]),
            0 => (RiskTier.DestructiveMutation, ["stops all its pods"]),
            _ when operation.Kind is { Group: "apps", Plural: "deployments" or "replicasets" } or { Group: "", Plural: "replicationcontrollers" } =>
                (RiskTier.ServiceMutation, ["adds or removes pods"]),
            _ => (RiskTier.DestructiveMutation, [$"what scaling does to {operation.Kind.QualifiedName} is not known"]),
        };
    }

    private static (RiskTier, IReadOnlyList<string>) Delete(KubernetesKind kind) =>
        DataKinds.Contains(kind)
            ? (RiskTier.DataMutation, ["removes data, or what holds it"])
            : (RiskTier.DestructiveMutation, ["removes the object and what it owns"]);

    private static bool IsSecret(KubernetesKind kind) => kind is { Group: "", Plural: "secrets" };
}
