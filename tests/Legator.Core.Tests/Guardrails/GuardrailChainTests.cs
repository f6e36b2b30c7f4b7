using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

public sealed class GuardrailChainTests
{
    [Fact]
    public void Judge_EmptyChain_Denies() =>
        new GuardrailChain([]).Judge(Calls.Read()).ShouldSatisfyAllConditions(
            v => v.Outcome.ShouldBe(VerdictOutcome.Deny),
            v => v.Reason.ShouldBe(GuardrailReason.NotJudged));

    [Fact]
    public void Judge_ThrowingCheck_Denies()
    {
        var verdict = new GuardrailChain([new Answers("broken", _ => throw new InvalidDataException("boom"))]).Judge(Calls.Read());
        verdict.Outcome.ShouldBe(VerdictOutcome.Deny);
        verdict.Reason.ShouldBe(GuardrailReason.CheckFailed);
        verdict.Message.ShouldContain("broken");
    }

    [Fact]
    public void Judge_CheckWithoutAnAnswer_Denies() =>
        new GuardrailChain([new Answers("mute", _ => default)]).Judge(Calls.Read()).Outcome.ShouldBe(VerdictOutcome.Deny);

    [Fact]
    public void Judge_FirstDenial_EndsTheTrace()
    {
        var verdict = new GuardrailChain([Pass("a"), Deny("b"), Pass("c")]).Judge(Calls.Read());
        verdict.Trace.Select(t => t.Check).ShouldBe(["a", "b"]);
        verdict.Reason.ShouldBe(GuardrailReason.DeniedAction);
    }

    [Fact]
    public void Judge_ADemandThatNobodyAnswers_IsNotAllowed() =>
        new GuardrailChain([Ask("a"), Pass("b")]).Judge(Calls.Read()).Outcome.ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void Judge_ADenialAfterAnApproval_Wins()
    {
        var approved = new Answers("yes", _ => new(VerdictOutcome.Allow, GuardrailReason.Approved, "Ann approved it."));
        new GuardrailChain([Ask("a"), approved, Deny("b")]).Judge(Calls.Read()).Outcome.ShouldBe(VerdictOutcome.Deny);
    }

    [Fact]
    public void Judge_CheckWithAnAnswerThatIsNone_Denies() =>
        new GuardrailChain([new Answers("odd", _ => new((VerdictOutcome)99, GuardrailReason.Allowed, "well"))]).Judge(Calls.Read()).Reason.ShouldBe(GuardrailReason.CheckFailed);

    [Fact]
    public void Judge_CheckThatSaysNothing_Denies() =>
        new GuardrailChain([new Answers("mute", _ => new(VerdictOutcome.Allow, GuardrailReason.Allowed, null!))]).Judge(Calls.Read()).Reason.ShouldBe(GuardrailReason.CheckFailed);

    [Fact]
    public void Judge_AnApproval_IsNotForgottenByLaterChecks()
    {
        var approved = new Answers("yes", _ => new(VerdictOutcome.Allow, GuardrailReason.Approved, "Ann approved it."));
        new GuardrailChain([Ask("a"), approved, Pass("b")]).Judge(Calls.Read()).Reason.ShouldBe(GuardrailReason.Approved);
    }

    [Fact]
    public void Judge_TheRollbackOfTheSheet_GoesWithChangesOnly()
    {
        var sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { Rollback = "undo it" });
        (Calls.Restart() with { Sheet = sheet }).Judged().Rollback.ShouldBe("undo it");
        (Calls.Read() with { Sheet = sheet }).Judged().Rollback.ShouldBeNull();
    }

    [Fact]
    public void Judge_EveryCheck_IsInTheTrace()
    {
        var verdict = Calls.Read().Judged();
        verdict.Outcome.ShouldBe(VerdictOutcome.Allow, verdict.Message);
        verdict.Trace.Count.ShouldBe(StandardChain.Checks.Count);
        verdict.Trace.ShouldAllBe(t => t.Message.Length > 0);
    }

    [Fact]
    public void Judge_BrokenInput_StillDenies() =>
        (Calls.Read() with { Actions = [null!] }).Judged().ShouldSatisfyAllConditions(
            v => v.Outcome.ShouldBe(VerdictOutcome.Deny),
            v => v.Tier.ShouldBe(RiskTier.DataMutation));

    private static Answers Pass(string name) => new(name, _ => CheckAnswer.Pass("fine"));

    private static Answers Deny(string name) => new(name, _ => CheckAnswer.Deny(GuardrailReason.DeniedAction, "no"));

    private static Answers Ask(string name) => new(name, _ => CheckAnswer.Ask("may I?"));

    private sealed class Answers(string name, Func<GuardrailInput, CheckAnswer> answer) : IGuardrailCheck
    {
        public string Name => name;

        public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before) => answer(input);

        public string Describe(GuardrailInput input) => throw new InvalidOperationException("no words");
    }
}
