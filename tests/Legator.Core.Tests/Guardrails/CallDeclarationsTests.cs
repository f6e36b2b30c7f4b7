using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

public sealed class CallDeclarationsTests
{
    private static readonly ProposedAction Floored = Calls.Kube("restart", "deploy") with { Tier = RiskTier.DestructiveMutation, SheetFloor = RiskTier.Read };

    [Fact]
    public void Tier_OfACallWithoutActions_IsTheWorst() => Calls.Input("t").Tier.ShouldBe(RiskTier.DataMutation);

    [Fact]
    public void Tier_OfSeveralActions_IsTheWorstOfThem() =>
        Calls.Input("t", Calls.Kube("get", "pods"), Calls.Kube("restart", "deploy"), Calls.Kube("get", "pods")).Tier.ShouldBe(RiskTier.ServiceMutation);

    [Fact]
    public void AllDeclarations_OfSeveralActions_NameEachEntryOnce()
    {
        var input = Calls.Input("t", Calls.Kube("get", "pods"), Calls.Kube("get", "pods", "api"), Calls.Kube("restart", "deploy")) with
        {
            Sheet = Calls.Sheet(
                new DeclaredAction("look", "t", RiskTier.Read) { TargetPattern = "get *" },
                new DeclaredAction("restart", "t", RiskTier.Read) { TargetPattern = "restart *" }),
        };
        input.AllDeclarations.Select(d => d.Id).ShouldBe(["look", "restart"]);
    }

    [Theory]
    [InlineData(RiskTier.ServiceMutation, RiskTier.Read, "first")]
    [InlineData(RiskTier.Read, RiskTier.ServiceMutation, "second")]
    [InlineData(RiskTier.Read, RiskTier.Read, "first")]
    public void WorstDeclaration_IsTheFirstOfTheWorstTier(RiskTier first, RiskTier second, string worst) =>
        (Calls.Read() with { Sheet = Calls.Sheet(new DeclaredAction("first", "*", first), new DeclaredAction("second", "*", second)) })
            .WorstDeclaration!.Id.ShouldBe(worst);

    [Fact]
    public void With_AnotherToolActionOrSheet_IsLookedUpAnew()
    {
        var input = Calls.Read() with { Sheet = Calls.Sheet(new DeclaredAction("look", "kubectl.get", RiskTier.Read) { TargetPattern = "get pods/*" }) };
        input.AllDeclarations.Count.ShouldBe(1);
        (input with { Tool = "kubectl.delete" }).AllDeclarations.ShouldBeEmpty();
        (input with { Actions = [Calls.Kube("get", "deploy")] }).AllDeclarations.ShouldBeEmpty();
        (input with { Sheet = ActionSheetIndex.Empty }).AllDeclarations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mcp.x.y", RiskTier.Read)]
    [InlineData("MCP.X.Y", RiskTier.Read)]
    [InlineData("mcp.x.*", RiskTier.DestructiveMutation)]
    [InlineData("*", RiskTier.DestructiveMutation)]
    public void Tier_LeftToTheSheet_NeedsAnEntryThatNamesTheTool(string tool, RiskTier tier) =>
        (Calls.Input("mcp.x.y", Floored) with { Sheet = Calls.Sheet(new DeclaredAction("e", tool, RiskTier.Read)) }).Tier.ShouldBe(tier);

    [Fact]
    public void Tier_LeftToTheSheet_TakesTheNamingEntryWhereverItStands() =>
        (Calls.Input("mcp.x.y", Floored) with { Sheet = Calls.Sheet(new DeclaredAction("any", "*", RiskTier.Read), new DeclaredAction("own", "mcp.x.y", RiskTier.Read)) })
            .Tier.ShouldBe(RiskTier.Read);

    [Fact]
    public void Tier_LeftToTheSheetWithoutAnEntry_StaysTheClassifiers() =>
        (Calls.Input("mcp.x.y", Floored) with { Sheet = ActionSheetIndex.Empty }).Tier.ShouldBe(RiskTier.DestructiveMutation);
}
