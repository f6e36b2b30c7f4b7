using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Tests.Sessions;

public sealed class SessionStateTests
{
    [Fact]
    public void OpenCall_IsTheFirstThatNobodyAnswered()
    {
        var state = Told.State([new RunStarted("r", "d", "m"), Told.Prompt, Told.Calls(1, "a", "b"), .. Told.Executed(1)]);
        state.OpenCall!.Seq.ShouldBe(2);
        state.OpenCall.IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public void Call_JudgedAndNotIntended_IsJudgedAgain()
    {
        var state = Told.State(new RunStarted("r", "d", "m"), Told.Prompt, Told.Calls(1, "a"), Told.Judged(1), new RunResumed("r2"));
        state.OpenCall!.IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public void Call_WithAnIntentAndNoOutcome_IsInDoubt()
    {
        var state = Told.State(new RunStarted("r", "d", "m"), Told.Prompt, Told.Calls(1, "a"), Told.Judged(1), Told.Intended(1), new RunResumed("r2"));
        state.OpenCall!.IsInDoubt.ShouldBeTrue();
    }

    [Fact]
    public void Sequence_GoesOnAcrossTurns()
    {
        var state = Told.State([new RunStarted("r", "d", "m"), Told.Prompt, Told.Calls(1, "a", "b"), .. Told.Executed(1), .. Told.Executed(2), Told.Calls(2, "c")]);
        state.OpenCall!.Seq.ShouldBe(3);
    }

    [Fact]
    public void PastActions_LeaveOutWhatWasNotExecuted()
    {
        var state = Told.State([
            new RunStarted("r", "d", "m"), Told.Prompt, Told.Calls(1, "a", "b", "c"), .. Told.Executed(1),
            Told.Judged(2), Told.Intended(2), new ActionInterrupted(2, InterruptedOutcome.NotExecuted, "not there"),
            Told.Judged(3, VerdictOutcome.Deny, GuardrailReason.DeniedAction)]);
        state.PastActions(Told.Run).ShouldHaveSingleItem().At.ShouldBe(Told.Start.AddSeconds(4));
    }

    [Fact]
    public void Worked_LeavesOutThePauseBetweenRunners() =>
        Told.State(new RunStarted("r", "d", "m"), Told.Prompt, new RunResumed("r2"), Told.Says(1, "x")).Worked.ShouldBe(TimeSpan.FromSeconds(2));

    [Fact]
    public void Resumes_CountUntilTheRunGetsFurther()
    {
        Told.State(new RunStarted("r", "d", "m"), new RunResumed("r2"), new RunResumed("r3")).ResumesWithoutProgress.ShouldBe(2);
        Told.State(new RunStarted("r", "d", "m"), new RunResumed("r2"), new RunHandedBack("r2"), new RunResumed("r3")).ResumesWithoutProgress.ShouldBe(1);
        Told.State(new RunStarted("r", "d", "m"), new RunResumed("r2"), Told.Prompt).ResumesWithoutProgress.ShouldBe(0);
    }
}
