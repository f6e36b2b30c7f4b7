using Legator.Core.Resources;
using Legator.Core.Resources.ModelTiers;
using Legator.Operator.ModelTiers;

namespace Legator.Operator.Tests.ModelTiers;

public sealed class ModelTierChoiceTests
{
    [Theory]
    [InlineData("b,default,a", "default")]
    [InlineData("b,c,a", "a")]
    [InlineData("", null)]
    public void Config_Several_IsDefaultElseFirstByName(string names, string? expected) =>
        ModelTierChoice.Config(names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Config))?.Metadata.Name.ShouldBe(expected);

    private static ModelTierConfig Config(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new ModelTierConfigSpec { Tiers = [new TierMapping { Tier = ModelTier.Standard, Provider = "scripted", Model = "a" }] },
    };
}
