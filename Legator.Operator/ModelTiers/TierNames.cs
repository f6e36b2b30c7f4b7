using System.Text.Json;
using Legator.Core.Resources.ModelTiers;

namespace Legator.Operator.ModelTiers;

/// <summary>Tiers as people write them.</summary>
internal static class TierNames
{
    public static string Of(ModelTier tier) => JsonNamingPolicy.CamelCase.ConvertName(tier.ToString());
}
