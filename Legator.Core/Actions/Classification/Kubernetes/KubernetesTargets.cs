using System.Runtime.CompilerServices;

namespace Legator.Core.Actions.Classification.Kubernetes;

/// <summary>Spells the target of an operation in every way that people write in globs.</summary>
internal static class KubernetesTargets
{
    // The names of a kind never change, and there are far fewer kinds than operations.
    private static readonly ConditionalWeakTable<KubernetesKind, KindSpelling> Kinds = [];

    public static CanonicalTarget Of(KubernetesOperation operation)
    {
        var kind = Kinds.GetValue(operation.Kind, static k => new KindSpelling(k));
        var place = operation.Kind.Namespaced ? operation.Namespace ?? "*" : null;
        var name = operation.Name ?? "*";
        var text = place is null ? $"{kind.Canonical}/{name}" : $"{kind.Canonical}/{name} -n {place}";
        return new CanonicalTarget(text, new ObjectSpelling(kind.Folded, name, place, operation.Name is null, operation.Replicas))
        {
            Namespace = operation.Namespace,
            Collection = operation.Name is null || (operation.Kind.Namespaced && operation.Namespace is null),
            KindNames = kind.Names,
        };
    }

    private sealed class KindSpelling(KubernetesKind kind)
    {
        public string Canonical { get; } = kind.QualifiedName;

        public string[] Names { get; } = [.. kind.Names];

        public string[] Folded { get; } = [.. kind.Names.Select(n => n.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
    }

    private sealed class ObjectSpelling(string[] heads, string name, string? place, bool all, int? replicas) : TargetSpelling
    {
        private string[]? _tails;

        public override IReadOnlyList<string> Heads => heads;

        public override IReadOnlyList<string> Tails => _tails ??= Spell();

        private string[] Spell()
        {
            var folded = name.ToUpperInvariant();
            var behind = place is null ? "" : $" -N {place.ToUpperInvariant()}";
            var plain = Places(folded, behind);
            return replicas is { } count ? [.. plain, .. plain.Select(tail => $"{tail} --REPLICAS={count}")] : plain;
        }

        // The canonical one first, since it is what most people write.
        private string[] Places(string folded, string behind) => (all, behind.Length > 0) switch
        {
            (false, true) => [$"/{folded}{behind}", $"/{folded}", $" {folded}{behind}", $" {folded}", $"{behind} {folded}"],
            (false, false) => [$"/{folded}", $" {folded}"],
            (true, true) => [$"/{folded}{behind}", $"/{folded}", $" {folded}{behind}", $" {folded}", $"{behind} {folded}", behind, ""],
            (true, false) => [$"/{folded}", $" {folded}", ""],
        };
    }
}
