using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class DeniedAndAllowedActionsTests
{
    [Fact]
    public void Judge_DeniedAction_OutvotesAllowanceSheetAndApproval()
    {
        var input = Calls.Delete().Allowing("*").Denying("kubectl.delete pod/*") with
        {
            Approval = new ApprovalDecision(true, "root", Calls.Noon.AddDays(1)),
        };
        input.Judged().Reason.ShouldBe(GuardrailReason.DeniedAction);
    }

    [Fact]
    public void Judge_AllowedActionsWithoutTheRead_RefusesTheRead() =>
        Calls.Read().Allowing("kubectl.describe *").Judged().Reason.ShouldBe(GuardrailReason.NotAllowedAction);

    [Fact]
    public void Judge_EmptyAllowedActions_LimitsNothing() => Calls.Read().Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_OneOfTwoActionsNotAllowed_RefusesTheCall() =>
        Calls.Input("kubectl.get", Calls.Kube("get", "pods"), Calls.Kube("get", "services")).Allowing("kubectl.get pod/*")
            .Judged().Reason.ShouldBe(GuardrailReason.NotAllowedAction);

    [Theory]
    [InlineData("ssh.exec read *")]
    [InlineData("kubectl.get *")]
    [InlineData("kubectl.get read *")]
    [InlineData("kubectl.get get pods/*")]
    public void Judge_AllowedByTierOrVerb_Passes(string pattern) =>
        Calls.Read().Allowing("ssh.exec read *", pattern.Replace("ssh.exec", "kubectl.get", StringComparison.Ordinal)).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
}
