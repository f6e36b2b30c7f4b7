using Legator.Core.Resources.ModelTiers;

namespace Legator.Operator.ModelTiers;

/// <summary>Chooses the config that counts.</summary>
internal static class ModelTierChoice
{
    public const string Default = "default";

    /// <summary>The config named default, else the first by name; null when there is none.</summary>
    public static ModelTierConfig? Config(IEnumerable<ModelTierConfig> configs) => configs
        .OrderBy(config => config.Metadata.Name != Default)
        .ThenBy(config => config.Metadata.Name, StringComparer.Ordinal)
        .FirstOrDefault();
}
