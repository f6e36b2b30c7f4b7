using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Skills;

public sealed class SheetWordsTests
{
    [Theory]
    [InlineData(null, RiskTier.Read)]
    [InlineData("none", RiskTier.Read)]
    [InlineData("Reads rows of orders", RiskTier.Read)]
    [InlineData("adds a copy, changes no data", RiskTier.ServiceMutation)]
    [InlineData("changes orders", RiskTier.DataMutation)]
    [InlineData("removes: old backups", RiskTier.DataMutation)]
    public void Declare_DataImpact_RaisesTheTier(string? impact, RiskTier tier)
    {
        var declared = Action(impact, null).Declare("s");
        declared.Tier.ShouldBe(tier);
        declared.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("a little", null)]
    [InlineData("{\"affected\":true}", null)]
    [InlineData(null, "allow")]
    [InlineData(null, "true")]
    public void Declare_WordsThatNobodyKnows_DeclareNothing(string? impact, string? stricter) =>
        Action(impact, stricter).Declare("s").Problem.ShouldNotBeNull();

    [Theory]
    [InlineData(null, SheetOverride.None)]
    [InlineData("none", SheetOverride.None)]
    [InlineData("approval", SheetOverride.Approval)]
    [InlineData("Deny", SheetOverride.Deny)]
    public void Declare_RuntimeOverride_IsTakenOver(string? stricter, SheetOverride expected) =>
        Action(null, stricter).Declare("s").Override.ShouldBe(expected);

    private static SkillAction Action(string? impact, string? stricter) =>
        new() { Id = "a", Tool = "kubectl.get", Tier = RiskTier.Read, DataImpact = impact, RuntimeOverride = stricter };
}
