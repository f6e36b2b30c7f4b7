using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>Maps tiers to providers and models, for the whole cluster. The one named default is used.</summary>
[ResourceKind("ModelTierConfig", "modeltierconfigs", Namespaced = false, ShortNames = "mtc")]
[PrinterColumn("Ready", "boolean", ".status.ready")]
[PrinterColumn("Tiers", "integer", ".status.tierCount", Priority = 1)]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record ModelTierConfig : LegatorResource<ModelTierConfigSpec, ModelTierConfigStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "ModelTierConfig";
}
