using Legator.Core.Resources.ModelTiers;

namespace Legator.Core.Resources.Agents;

/// <summary>How capable a model the agent needs, and how much a run may spend.</summary>
public sealed record ModelSpec
{
    /// <summary>Capability, mapped to a provider and a model by a ModelTierConfig.</summary>
    public ModelTier Tier { get; init; } = ModelTier.Standard;

    /// <summary>Most tokens, in and out together, that one run may use.</summary>
    public long TokenBudget { get; init; } = 50_000;

    /// <summary>Most wall-clock time that one run may use, as a Go duration; waiting for an approval does not count.</summary>
    public string Timeout { get; init; } = "120s";
}
