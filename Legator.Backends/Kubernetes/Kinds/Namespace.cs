using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>A namespace of the cluster.</summary>
[ResourceKind("Namespace", "namespaces", Group = "", Version = "v1", Namespaced = false)]
public sealed record Namespace : IResource
{
    public string ApiVersion { get; init; } = "v1";

    public string Kind { get; init; } = "Namespace";

    public ObjectMeta Metadata { get; init; } = new();
}
