using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class AutonomyCheckTests
{
    [Theory]
    [InlineData(AutonomyLevel.Observe, RiskTier.Read)]
    [InlineData(AutonomyLevel.Recommend, RiskTier.Read)]
    [InlineData(AutonomyLevel.AutomateSafe, RiskTier.ServiceMutation)]
    [InlineData(AutonomyLevel.AutomateDestructive, RiskTier.DestructiveMutation)]
    [InlineData((AutonomyLevel)99, RiskTier.Read)]
    public void Ask_EveryTier_PassesUpToTheLimit(AutonomyLevel autonomy, RiskTier limit)
    {
        foreach (var tier in Enum.GetValues<RiskTier>())
        {
            var input = Calls.Input("t", Calls.Kube("get", "pods") with { Tier = tier }).WithPolicy(autonomy);
            var expected = tier <= limit ? VerdictOutcome.Allow : VerdictOutcome.Deny;
            new AutonomyCheck().Ask(input, []).Outcome.ShouldBe(expected, $"{autonomy} and {tier}");
        }
    }

    [Theory]
    [InlineData(ApprovalMode.MutationGate)]
    [InlineData(ApprovalMode.PlanFirst)]
    [InlineData(ApprovalMode.EveryAction)]
    public void Ask_ExcessWithAnApprovalMode_BecomesAQuestion(ApprovalMode mode) =>
        new AutonomyCheck().Ask(Calls.Delete().WithPolicy(AutonomyLevel.Observe, mode), []).Outcome.ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void Ask_Excess_NamesTheLevelThatWouldDo() =>
        new AutonomyCheck().Ask(Calls.Restart().WithPolicy(AutonomyLevel.Observe), []).Remedy.ShouldNotBeNull().ShouldContain("automate-safe");
}
