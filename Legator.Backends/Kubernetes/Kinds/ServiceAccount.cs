using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>An identity inside the cluster; agents act with one.</summary>
[ResourceKind("ServiceAccount", "serviceaccounts", Group = "", Version = "v1")]
public sealed record ServiceAccount : IResource
{
    public string ApiVersion { get; init; } = "v1";

    public string Kind { get; init; } = "ServiceAccount";

    public ObjectMeta Metadata { get; init; } = new();

    public bool? AutomountServiceAccountToken { get; init; }
}
