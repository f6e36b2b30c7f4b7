using Legator.Backends.Kubernetes.Dynamic;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>What judging a call takes from the cluster's word for a kind.</summary>
internal sealed record SeenKind(string Group, string Version, string Plural, string Singular, string Kind, bool Namespaced, IReadOnlyList<string> ShortNames)
{
    public static SeenKind? Of(ApiResourceInfo found) => new(found.Group, found.Version, found.Plural, found.Singular, found.Kind, found.Namespaced, found.ShortNames);

    public ApiResourceInfo ToResource() => new(Group, Version, Plural, Singular, Kind, Namespaced, ShortNames, [], []);
}
