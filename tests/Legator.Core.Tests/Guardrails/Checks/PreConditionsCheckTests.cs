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

    private static ActionSheetIndex Sheet { get; } =
        Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { PreConditions = [new PreCondition(Check)] });

    private static Verdict Judge(params PreConditionResult[] results) =>
        (Calls.Restart() with { Sheet = Sheet, PreConditions = results }).Judged();
}
