using System.ComponentModel.DataAnnotations;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>Which model serves which tier.</summary>
public sealed record ModelTierConfigSpec
{
    /// <summary>Used by tiers that have no auth of their own.</summary>
    public ProviderAuthSpec? DefaultAuth { get; init; }

    /// <summary>The mappings; the first of a tier counts.</summary>
    [MinLength(1)]
    public required IReadOnlyList<TierMapping> Tiers { get; init; }
}
