using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class DataMutationCheckTests
{
    [Fact]
    public void Judge_DataMutation_NoSettingSheetOrApprovalLetsItThrough()
    {
        var claim = Calls.Kube("delete", "pvc");
        var cases =
            from autonomy in Enum.GetValues<AutonomyLevel>()
            from mode in Enum.GetValues<ApprovalMode>()
            from tier in Enum.GetValues<RiskTier>()
            from approved in new[] { true, false }
            select Calls.Input("kubectl.delete", claim).WithPolicy(autonomy, mode).Allowing("*") with
            {
                Sheet = Calls.Sheet(new DeclaredAction("delete", "kubectl.delete", tier) { TargetPattern = "pvc/*" }),
                Approval = approved ? new ApprovalDecision(true, "root", Calls.Noon.AddDays(1)) : null,
                PeopleCanDecide = true,
            };
        foreach (var verdict in cases.Select(c => c.Judged()))
        {
            verdict.Outcome.ShouldBe(VerdictOutcome.Deny);
            verdict.Reason.ShouldBe(GuardrailReason.DataMutation);
            verdict.Remedy.ShouldBeNull();
        }
    }

    [Fact]
    public void Judge_SheetThatCallsItDataMutation_Denies() =>
        (Calls.Restart() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.DataMutation)) })
            .Judged().Reason.ShouldBe(GuardrailReason.DataMutation);

    [Fact]
    public void Judge_BlockedAddress_SaysWhatWouldAllowIt()
    {
        var verdict = Calls.Input("http.get", Calls.Http("http://127.0.0.1:8080/healthz")).Judged();
        verdict.Reason.ShouldBe(GuardrailReason.BlockedOutright);
        verdict.Remedy.ShouldNotBeNull().ShouldContain("http://127.0.0.1:8080");
    }
}
