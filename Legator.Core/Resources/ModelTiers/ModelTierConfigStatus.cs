using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>Whether the tiers can be used; written by the Operator.</summary>
public sealed record ModelTierConfigStatus
{
    /// <summary>True when every tier can be used; the conditions say what is wrong.</summary>
    public bool? Ready { get; init; }

    /// <summary>Tier to provider/model.</summary>
    public IReadOnlyDictionary<string, string> TierStatus { get; init; } = new Dictionary<string, string>();

    /// <summary>How many tiers are mapped.</summary>
    public int? TierCount { get; init; }

    /// <summary>The generation of the spec that this status was computed from.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Aspects of the config: Ready for its settings; FastAnswers, StandardAnswers and ReasoningAnswers for the providers of its tiers.</summary>
    [ListMapKey("type")]
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
