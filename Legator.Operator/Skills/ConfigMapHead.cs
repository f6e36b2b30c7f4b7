using Legator.Core.Resources;

namespace Legator.Operator.Skills;

/// <summary>That a ConfigMap exists, and its version. The text is read when a skill is loaded: most ConfigMaps of a cluster are none of our business.</summary>
[ResourceKind("ConfigMap", "configmaps", Group = "", Version = "v1")]
internal sealed record ConfigMapHead : IResource
{
    public string ApiVersion { get; init; } = "v1";

    public string Kind { get; init; } = "ConfigMap";

    public ObjectMeta Metadata { get; init; } = new();
}
