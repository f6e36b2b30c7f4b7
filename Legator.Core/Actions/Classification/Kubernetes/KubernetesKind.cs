namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>A kind of Kubernetes object, as discovery describes it.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Plural">Plural, lower-case: <c>deployments</c>.</param>
/// <param name="Kind">Kind: <c>Deployment</c>.</param>
/// <param name="Namespaced">False for kinds of the whole cluster.</param>
public sealed record KubernetesKind(string Group, string Plural, string Kind, bool Namespaced = true)
{
    /// <summary>Short names: <c>deploy</c>.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Singular, lower-case.</summary>
    public string Singular => Kind.ToLowerInvariant();

    /// <summary>The canonical name: <c>deployments.apps</c>, <c>pods</c>.</summary>
    public string QualifiedName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>Every name that people use for the kind, the canonical one first.</summary>
    public IReadOnlyList<string> Names =>
        [.. new[] { QualifiedName, Plural, Singular, $"{Singular}.{Group}" }.Concat(ShortNames).Select(n => n.TrimEnd('.')).Distinct(StringComparer.Ordinal)];

    /// <summary>True when both name the same kind, whatever else is known of it.</summary>
    public bool IsSameAs(KubernetesKind other) =>
        string.Equals(Group, other.Group, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Plural, other.Plural, StringComparison.OrdinalIgnoreCase);
}
