namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>Finds out what a name of a kind means. The cluster is asked first; where common use says otherwise, the name stands for both, so that nobody can call a volume something harmless.</summary>
internal static class KindResolver
{
    /// <summary>Stands for objects of kinds that are not known.</summary>
    public static KubernetesKind Any { get; } = new("", "*", "*");

    /// <summary>Every kind that the name could mean; never empty.</summary>
    public static IReadOnlyList<KubernetesKind> Resolve(string name, ClassificationContext context)
    {
        var common = KubernetesKinds.Find(name) ?? ByPartOfGroup(name);
        var served = context.Kinds?.Invoke(name);
        return served is null ? [common ?? Unknown(name)]
            : common is null || common.IsSameAs(served) ? [served]
            : [served, common];
    }

    /// <summary>The kind of a manifest.</summary>
    /// <param name="group">Group of its apiVersion; empty for the core group.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="context">What is known of the estate.</param>
    public static IReadOnlyList<KubernetesKind> Resolve(string group, string kind, ClassificationContext context)
    {
        var name = group.Length == 0 ? kind : $"{kind}.{group}";
        if (context.Kinds is not null || KubernetesKinds.Find(name) is not null)
        {
            return Resolve(name, context);
        }

        // Of another group than the known kind of that name: an older group of the same, or a kind of its own.
        var made = new KubernetesKind(group.ToLowerInvariant(), Plural(kind.ToLowerInvariant()), kind);
        return group is "extensions" && KubernetesKinds.Find(kind) is { } known ? [known] : [made];
    }

    /// <summary>kubectl takes the beginning of a group for the group.</summary>
    private static KubernetesKind? ByPartOfGroup(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && KubernetesKinds.Find(name[..dot]) is { Group.Length: > 0 } known
            && known.Group.StartsWith(name[(dot + 1)..].TrimEnd('.'), StringComparison.OrdinalIgnoreCase) ? known : null;
    }

    private static KubernetesKind Unknown(string name)
    {
        var lower = name.ToLowerInvariant().TrimEnd('.');
        var dot = lower.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? new KubernetesKind("", lower, lower) : new KubernetesKind(lower[(dot + 1)..], lower[..dot], lower[..dot]);
    }

    private static string Plural(string kind) =>
        kind.EndsWith('s') || kind.EndsWith('x') || kind.EndsWith("ch", StringComparison.Ordinal) ? $"{kind}es"
        : kind.EndsWith('y') && kind.Length > 1 && kind[^2] is not ('a' or 'e' or 'o' or 'u') ? $"{kind[..^1]}ies"
        : $"{kind}s";
}
