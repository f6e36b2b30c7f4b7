using Legator.Core.Actions;
using Legator.Core.Actions.Classification.State;

namespace Legator.Core.Tests.Actions.Classification.State;

public sealed class StateClassifierTests
{
    [Theory]
    [InlineData("get", RiskTier.Read)]
    [InlineData("set", RiskTier.Read)]
    [InlineData("delete", RiskTier.Read)]
    [InlineData("truncate", RiskTier.DataMutation)]
    public void Classify_OwnNotes_AreNoPartOfTheEstate(string verb, RiskTier tier) => StateClassifier.Classify(verb, "k").Tier.ShouldBe(tier);

    [Fact]
    public void Classify_Write_SaysSo() => StateClassifier.Classify("set", "k").Effects.ShouldNotBeEmpty();
}
