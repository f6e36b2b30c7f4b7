using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

public sealed class CheckTraceTests
{
    private static readonly CheckTrace One = new("budget", VerdictOutcome.Deny, GuardrailReason.BudgetExhausted, "no") { Input = "50" };

    [Fact]
    public void Equals_TheSameWords_IsTrue() => (One with { }).ShouldBe(One);

    public static TheoryData<CheckTrace> Others() =>
    [
        One with { Check = "other" },
        One with { Outcome = VerdictOutcome.Allow },
        One with { Reason = GuardrailReason.Allowed },
        One with { Message = "yes" },
        One with { Input = "51" },
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Equals_AnythingElse_IsFalse(CheckTrace other) => One.Equals(other).ShouldBeFalse();

    [Fact]
    public void Equals_Nothing_IsFalse() => One.Equals(null).ShouldBeFalse();

    [Fact]
    public void Input_OfARecordedTrace_IsEmptyWithoutOne() =>
        new CheckTrace("budget", VerdictOutcome.Allow, GuardrailReason.Allowed, "fine").Input.ShouldBe("");

    [Fact]
    public void Input_ThatCannotBePutIntoWords_SaysSo() =>
        new GuardrailChain([new Mute()]).Judge(Calls.Read()).Trace[0].Input.ShouldContain("InvalidDataException");

    [Theory]
    [InlineData("known-call", "kubectl.rollout: restart deployments.apps/web -n demo (service-mutation)")]
    [InlineData("action-sheet", "kubectl.rollout: restart deployments.apps/web -n demo; declared by any")]
    [InlineData("frequency", "0 actions of this run, 0 actions of others, no cooldown, 0 rate limits")]
    [InlineData("pre-conditions", "no pre-conditions")]
    public void Input_OfAStandardCheck_SaysWhatItLookedAt(string check, string input) =>
        Calls.Restart().Judged().Trace.Single(t => t.Check == check).Input.ShouldBe(input);

    [Fact]
    public void Input_OfACallThatNobodyCanRead_IsTheTool() => Calls.Input("kubectl.x").Judged().Trace[0].Input.ShouldBe("kubectl.x");

    private sealed class Mute : IGuardrailCheck
    {
        public string Name => "mute";

        public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before) => CheckAnswer.Pass("fine");

        public string Describe(GuardrailInput input) => throw new InvalidDataException();
    }
}
