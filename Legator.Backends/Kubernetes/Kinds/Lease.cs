using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>Says who leads.</summary>
[ResourceKind("Lease", "leases", Group = "coordination.k8s.io", Version = "v1")]
public sealed record Lease : IResource
{
    public string ApiVersion { get; init; } = "coordination.k8s.io/v1";

    public string Kind { get; init; } = "Lease";

    public ObjectMeta Metadata { get; init; } = new();

    public LeaseSpec Spec { get; init; } = new();
}
