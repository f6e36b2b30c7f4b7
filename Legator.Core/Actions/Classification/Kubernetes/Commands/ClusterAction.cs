namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Actions that are on the cluster as a whole, or on kubectl itself, and on no object.</summary>
internal static class ClusterAction
{
    /// <summary>An action on the cluster.</summary>
    public static ProposedAction Of(string verb, RiskTier tier, params IReadOnlyList<string> effects) =>
        new(KubernetesClassifier.Domain, verb, new CanonicalTarget("cluster"), tier) { Effects = effects };

    /// <summary>An action on something that only the call's words name.</summary>
    public static ProposedAction On(string what, string verb, RiskTier tier, params IReadOnlyList<string> effects) =>
        new(KubernetesClassifier.Domain, verb, new CanonicalTarget(what), tier) { Effects = effects };

    /// <summary>An action that is never let through.</summary>
    public static ProposedAction Refused(string verb, RiskTier tier, string because) => Of(verb, tier) with { BlockedBecause = because };
}
