using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class ApprovalCheckTests
{
    private static readonly ApprovalDecision Yes = new(true, "ann", Calls.Noon.AddMinutes(5));

    [Fact]
    public void Judge_NobodyCanBeAsked_IsRefusedAndSaysSo()
    {
        var verdict = Gated().Judged();
        verdict.Outcome.ShouldBe(VerdictOutcome.Deny);
        verdict.Reason.ShouldBe(GuardrailReason.ApprovalRequired);
        verdict.Message.ShouldContain("nobody can be asked here");
        verdict.Remedy.ShouldNotBeNull();
    }

    [Fact]
    public void Judge_SomebodyCanBeAsked_Waits() =>
        (Gated() with { PeopleCanDecide = true }).Judged().Outcome.ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void Judge_Approved_IsAllowedAndSaysByWhom() =>
        (Gated() with { Approval = Yes }).Judged().ShouldSatisfyAllConditions(
            v => v.Outcome.ShouldBe(VerdictOutcome.Allow),
            v => v.Reason.ShouldBe(GuardrailReason.Approved),
            v => v.Message.ShouldContain("ann"));

    [Fact]
    public void Judge_LateApproval_IsWorthNothing() =>
        (Gated() with { Approval = Yes with { ValidUntil = Calls.Noon } }).Judged().Reason.ShouldBe(GuardrailReason.ApprovalDenied);

    [Fact]
    public void Judge_Refused_IsDenied() =>
        (Gated() with { Approval = Yes with { Approved = false } }).Judged().Reason.ShouldBe(GuardrailReason.ApprovalDenied);

    [Fact]
    public void Judge_EveryAction_AsksForEveryChangeAndForNoRead()
    {
        Calls.Restart().WithPolicy(AutonomyLevel.AutomateDestructive, ApprovalMode.EveryAction).Judged().Reason.ShouldBe(GuardrailReason.ApprovalRequired);
        Calls.Read().WithPolicy(AutonomyLevel.Observe, ApprovalMode.EveryAction).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
    }

    [Theory]
    [InlineData(SheetOverride.Approval, GuardrailReason.ApprovalRequired)]
    [InlineData(SheetOverride.Deny, GuardrailReason.UndeclaredAction)]
    public void Judge_RuntimeOverride_IsStricterThanTheSettings(SheetOverride stricter, GuardrailReason reason) =>
        (Calls.Read() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { Override = stricter }) }).Judged().Reason.ShouldBe(reason);

    [Fact]
    public void Judge_PlanFirst_AsksForMutationsWithinTheAutonomyToo()
    {
        Calls.Restart().WithPolicy(AutonomyLevel.AutomateSafe, ApprovalMode.PlanFirst).Judged().Reason.ShouldBe(GuardrailReason.ApprovalRequired);
        Calls.Read().WithPolicy(AutonomyLevel.AutomateSafe, ApprovalMode.PlanFirst).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
    }

    [Fact]
    public void Judge_MutationGateWithinTheAutonomy_AsksNobody() =>
        Calls.Restart().WithPolicy(AutonomyLevel.AutomateSafe, ApprovalMode.MutationGate).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    private static GuardrailInput Gated() => Calls.Restart().WithPolicy(AutonomyLevel.Observe, ApprovalMode.MutationGate);
}
