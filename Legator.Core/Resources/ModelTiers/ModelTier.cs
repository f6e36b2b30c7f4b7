using System.Text.Json.Serialization;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>How capable a model is wanted; agents name a tier, never a model.</summary>
public enum ModelTier
{
    /// <summary>Cheap and quick: checks and digests.</summary>
    [JsonStringEnumMemberName("fast")]
    Fast,

    /// <summary>For most work.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,

    /// <summary>For analysis over many facts.</summary>
    [JsonStringEnumMemberName("reasoning")]
    Reasoning,
}
