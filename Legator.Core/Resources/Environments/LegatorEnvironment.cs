using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Environments;

/// <summary>The site that agents work on: endpoints, credentials, namespaces, data to protect.</summary>
[ResourceKind("LegatorEnvironment", "legatorenvironments", ShortNames = "lenv")]
[PrinterColumn("Phase", "string", ".status.phase")]
[PrinterColumn("Endpoints", "integer", ".status.endpointCount", Priority = 1)]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record LegatorEnvironment : LegatorResource<LegatorEnvironmentSpec, LegatorEnvironmentStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "LegatorEnvironment";
}
