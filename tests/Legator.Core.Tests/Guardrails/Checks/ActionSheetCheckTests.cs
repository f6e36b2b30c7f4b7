using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class ActionSheetCheckTests
{
    [Fact]
    public void Judge_UndeclaredRead_IsRefused() =>
        With(Calls.Read(), new DeclaredAction("x", "http.get", RiskTier.Read)).Reason.ShouldBe(GuardrailReason.UndeclaredAction);

    [Fact]
    public void Judge_DeclaredTierBelowTheClassifier_DoesNotLowerIt()
    {
        var verdict = With(Calls.Delete().WithPolicy(Resources.Agents.AutonomyLevel.Observe), new DeclaredAction("d", "kubectl.delete", RiskTier.Read));
        verdict.Tier.ShouldBe(RiskTier.DestructiveMutation);
        verdict.Reason.ShouldBe(GuardrailReason.AutonomyExceeded);
    }

    [Fact]
    public void Judge_DeclaredTierAboveTheClassifier_Counts() =>
        With(Calls.Restart().WithPolicy(Resources.Agents.AutonomyLevel.AutomateSafe), new DeclaredAction("r", "kubectl.rollout", RiskTier.DestructiveMutation))
            .Reason.ShouldBe(GuardrailReason.AutonomyExceeded);

    [Fact]
    public void Judge_SeveralEntriesCoverIt_TheStrictestCounts() =>
        With(
            Calls.Restart().WithPolicy(Resources.Agents.AutonomyLevel.AutomateSafe),
            new DeclaredAction("lenient", "kubectl.rollout", RiskTier.Read),
            new DeclaredAction("strict", "kubectl.*", RiskTier.DestructiveMutation)).SheetAction.ShouldBe("strict");

    [Theory]
    [InlineData(null, false)]
    [InlineData("*", false)]
    [InlineData("*/db -n demo", false)]
    [InlineData("secret*", false)]
    [InlineData("secret/*", true)]
    [InlineData("secrets/db -n demo", true)]
    [InlineData("get secrets/*", true)]
    public void Judge_Secret_MustBeDeclaredByItsKind(string? pattern, bool allowed) =>
        With(Calls.Input("kubectl.get", Calls.Kube("get", "secrets", "db")), new DeclaredAction("s", "kubectl.get", RiskTier.Read) { TargetPattern = pattern })
            .Outcome.ShouldBe(allowed ? VerdictOutcome.Allow : VerdictOutcome.Deny);

    [Fact]
    public void Judge_EntryWithAProblem_DeclaresNothingAndSaysWhy()
    {
        var verdict = With(Calls.Read(), new DeclaredAction("g", "kubectl.get", RiskTier.Read) { Problem = "cooldown: 'soon' is not a duration" });
        verdict.Reason.ShouldBe(GuardrailReason.UndeclaredAction);
        verdict.Message.ShouldContain("cooldown");
    }

    [Fact]
    public void MayDeclare_ToolWithoutEntry_No()
    {
        var sheet = Calls.Sheet(new DeclaredAction("a", "kubectl.get", RiskTier.Read), new DeclaredAction("b", "state.*", RiskTier.Read));
        sheet.MayDeclare("kubectl.get").ShouldBeTrue();
        sheet.MayDeclare("state.set").ShouldBeTrue();
        sheet.MayDeclare("kubectl.delete").ShouldBeFalse();
    }

    private static Verdict With(GuardrailInput input, params DeclaredAction[] entries) => (input with { Sheet = Calls.Sheet(entries) }).Judged();
}
