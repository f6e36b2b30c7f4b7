namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>Spells the target of an operation in every way that people write in globs.</summary>
internal static class KubernetesTargets
{
    public static CanonicalTarget Of(KubernetesOperation operation)
    {
        var place = operation.Kind.Namespaced ? $" -n {operation.Namespace ?? "*"}" : "";
        var name = operation.Name ?? "*";
        return new CanonicalTarget($"{operation.Kind.QualifiedName}/{name}{place}")
        {
            Namespace = operation.Namespace,
            Collection = operation.Name is null || (operation.Kind.Namespaced && operation.Namespace is null),
            Spellings = [.. operation.Kind.Names.SelectMany(kind => Spell(kind, name, place, operation.Name is null)).SelectMany(s => Suffixed(s, operation))],
            KindNames = operation.Kind.Names,
        };
    }

    private static IEnumerable<string> Spell(string kind, string name, string place, bool all)
    {
        yield return $"{kind}/{name}{place}";
        yield return $"{kind} {name}{place}";
        yield return $"{kind}/{name}";
        yield return $"{kind} {name}";
        if (place.Length > 0)
        {
            yield return $"{kind}{place} {name}";
        }

        if (all)
        {
            yield return $"{kind}{place}";
            yield return kind;
        }
    }

    private static IEnumerable<string> Suffixed(string spelling, KubernetesOperation operation)
    {
        yield return spelling;
        if (operation.Replicas is { } replicas)
        {
            yield return $"{spelling} --replicas={replicas}";
        }
    }
}
