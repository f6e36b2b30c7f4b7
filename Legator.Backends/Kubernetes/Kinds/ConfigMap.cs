using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>Plain configuration; skills live in these.</summary>
[ResourceKind("ConfigMap", "configmaps", Group = "", Version = "v1")]
public sealed record ConfigMap : IResource
{
    public string ApiVersion { get; init; } = "v1";

    public string Kind { get; init; } = "ConfigMap";

    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>True where the API server keeps the data from being changed.</summary>
    public bool? Immutable { get; init; }

    public IReadOnlyDictionary<string, string>? Data { get; init; }

    public IReadOnlyDictionary<string, byte[]>? BinaryData { get; init; }
}
