using Legator.Core.Resources.ModelTiers;

namespace Legator.Operator.ModelTiers;

/// <summary>Chooses the config that counts and the mapping of a tier in it.</summary>
internal static class ModelTierChoice
{
    public const string Default = "default";

    /// <summary>The config named default, else the first by name; null when there is none.</summary>
    public static ModelTierConfig? Config(IEnumerable<ModelTierConfig> configs) => configs
        .OrderBy(config => config.Metadata.Name != Default)
        .ThenBy(config => config.Metadata.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Place of the first mapping of a tier; -1 when there is none.</summary>
    public static int Index(ModelTierConfig config, ModelTier tier)
    {
        for (var index = 0; index < config.Spec.Tiers.Count; index++)
        {
            if (config.Spec.Tiers[index].Tier == tier)
            {
                return index;
            }
        }

        return -1;
    }
}
