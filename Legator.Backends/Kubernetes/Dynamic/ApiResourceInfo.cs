namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>A kind that the cluster serves, as discovery tells it.</summary>
public sealed record ApiResourceInfo(
    string Group,
    string Version,
    string Plural,
    string Singular,
    string Kind,
    bool Namespaced,
    IReadOnlyList<string> ShortNames,
    IReadOnlyList<string> Verbs,
    IReadOnlyList<string> Subresources)
{
    /// <summary>E.g. <c>apps/v1</c> or <c>v1</c>.</summary>
    public string GroupVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>E.g. <c>deployments.apps</c> or <c>pods</c>: one spelling for each resource.</summary>
    public string FullName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    internal ResourcePath Path => new(Group, Version, Plural, Namespaced);
}
