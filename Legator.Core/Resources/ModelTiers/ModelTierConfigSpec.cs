using System.ComponentModel.DataAnnotations;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>Which model serves which tier.</summary>
public sealed record ModelTierConfigSpec
{
    /// <summary>Used by tiers that have no auth of their own.</summary>
    public ProviderAuthSpec? DefaultAuth { get; init; }

    /// <summary>The mappings. The first of a tier serves it; the next ones of the same tier, in their order, when the ones before are down or do not serve us.</summary>
    [MinLength(1)]
    public required IReadOnlyList<TierMapping> Tiers { get; init; }
}
