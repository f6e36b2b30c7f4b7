using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class PreConditionsCheckTests
{
    private const string Check = "spec.replicas > 1";

    [Fact]
    public void Judge_ConditionThatHolds_Passes() => Judge(new PreConditionResult(Check, true, "3")).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Judge_ConditionThatFails_IsRefusedWithWhatWasSeen() =>
        Judge(new PreConditionResult(Check, false, "spec.replicas is '1'.")).ShouldSatisfyAllConditions(
            v => v.Reason.ShouldBe(GuardrailReason.PreConditionFailed),
            v => v.Message.ShouldContain("spec.replicas is '1'"));

    [Fact]
    public void Judge_ConditionThatNobodyChecked_IsRefused() => Judge().Reason.ShouldBe(GuardrailReason.PreConditionFailed);

    [Fact]
    public void Judge_Read_NeedsNone() =>
        (Calls.Read() with { Sheet = Sheet }).Judged().Outcome.ShouldBe(VerdictOutcome.Allow);

    [Theory]
    [InlineData("block", VerdictOutcome.Deny, GuardrailReason.PreConditionFailed)]
    [InlineData("nonsense", VerdictOutcome.Deny, GuardrailReason.PreConditionFailed)]
    [InlineData("skip", VerdictOutcome.Deny, GuardrailReason.PreConditionSkipped)]
    [InlineData("escalate", VerdictOutcome.Deny, GuardrailReason.PreConditionEscalated)]
    [InlineData("approval", VerdictOutcome.NeedsApproval, GuardrailReason.ApprovalRequired)]
    [InlineData("Warn", VerdictOutcome.Allow, GuardrailReason.Allowed)]
    public void Judge_ConditionThatFails_DoesWhatTheSheetSays(string action, VerdictOutcome outcome, GuardrailReason reason) =>
        With(action, new PreConditionResult(Check, false, "spec.replicas is '1'.")).ShouldSatisfyAllConditions(v => v.Outcome.ShouldBe(outcome), v => v.Reason.ShouldBe(reason));

    [Theory]
    [InlineData("warn", GuardrailReason.PreConditionFailed)]
    [InlineData("approval", GuardrailReason.PreConditionFailed)]
    [InlineData("skip", GuardrailReason.PreConditionSkipped)]
    [InlineData("escalate", GuardrailReason.PreConditionEscalated)]
    public void Judge_ConditionThatNobodyCouldLookAt_IsRefusedWhateverTheSheetSays(string action, GuardrailReason reason)
    {
        With(action, new PreConditionResult(Check, false, "no answer") { Unchecked = true }).Reason.ShouldBe(reason);
        With(action).Reason.ShouldBe(reason);
    }

    [Fact]
    public void Judge_SeveralFail_TheStrictestCounts()
    {
        var sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { PreConditions = [new("a", "warn"), new("b", "approval"), new("c", "escalate"), new("d", "skip")] });
        PreConditionResult[] seen = [new("a", false, "x"), new("b", false, "x"), new("c", false, "x"), new("d", false, "x")];
        (Calls.Restart() with { Sheet = sheet, PreConditions = seen, PeopleCanDecide = true }).Judged().Reason.ShouldBe(GuardrailReason.PreConditionEscalated);
        (Calls.Restart() with { Sheet = sheet, PreConditions = [.. seen[..2], new("c", true, ""), new("d", true, "")], PeopleCanDecide = true }).Judged().Outcome.ShouldBe(VerdictOutcome.NeedsApproval);
    }

    private static Verdict With(string action, params PreConditionResult[] results) => (Calls.Restart() with
    {
        Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { PreConditions = [new PreCondition(Check, action)] }),
        PreConditions = results,
        PeopleCanDecide = true,
    }).Judged();

    private static ActionSheetIndex Sheet { get; } =
        Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { PreConditions = [new PreCondition(Check)] });

    private static Verdict Judge(params PreConditionResult[] results) =>
        (Calls.Restart() with { Sheet = Sheet, PreConditions = results }).Judged();
}
