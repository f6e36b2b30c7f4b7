namespace Legator.Core.Resources;

/// <summary>Names a resource type as the Kubernetes API knows it; clients, informers and the CRD generator read it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResourceKindAttribute(string kind, string plural) : Attribute
{
    /// <summary>Kind, e.g. <c>LegatorAgent</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Plural resource name in paths, e.g. <c>legatoragents</c>.</summary>
    public string Plural { get; } = plural;

    /// <summary>API group; empty for the core group. Default: <c>legator.io</c>.</summary>
    public string Group { get; init; } = LegatorApi.Group;

    /// <summary>API version. Default: <c>v1alpha1</c>.</summary>
    public string Version { get; init; } = LegatorApi.Version;

    /// <summary>False for kinds without a namespace. Default: true.</summary>
    public bool Namespaced { get; init; } = true;

    /// <summary>Short names for kubectl, comma-separated; empty for none.</summary>
    public string ShortNames { get; init; } = "";
}
