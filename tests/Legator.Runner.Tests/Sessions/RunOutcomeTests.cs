using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Providers;

namespace Legator.Runner.Tests.Sessions;

public sealed class RunOutcomeTests
{
    private static readonly RunEventData Report = new ReportWritten("done", []);
    private static readonly ActionJudged Refused = Told.Judged(1, VerdictOutcome.Deny, GuardrailReason.DeniedAction);

    [Fact]
    public void Report_WithOneRefusalAndOneExecution_Succeeded() =>
        Outcome([Told.Calls(1, "a", "b"), Refused, .. Told.Executed(2), Told.Says(2, "done"), Report]).ShouldBe(("Succeeded", "Completed"));

    [Fact]
    public void Report_AfterNothingButRefusals_IsBlocked() =>
        Outcome([Told.Calls(1, "a"), Refused, Told.Says(2, "done"), Report]).ShouldBe(("Blocked", "ActionsBlocked"));

    [Fact]
    public void Report_AfterARefusalAndAFailedTool_IsNotBlocked() =>
        Outcome([Told.Calls(1, "a", "b"), Refused, Told.Judged(2), Told.Intended(2), new ActionCompleted(2, false, "404", 1), Told.Says(2, "done"), Report])
            .ShouldBe(("Succeeded", "Completed"));

    [Fact]
    public void MalformedCall_IsAMistakeAndNoAttempt() =>
        Outcome([Told.Calls(1, "a"), Told.Judged(1, VerdictOutcome.Deny, GuardrailReason.InvalidArguments), Told.Says(2, "done"), Report]).ShouldBe(("Succeeded", "Completed"));

    [Fact]
    public void Refusal_OfAnAgentThatEscalates_IsEscalated() =>
        Outcome([Told.Calls(1, "a", "b"), Refused, .. Told.Executed(2), Told.Says(2, "done"), Report], escalates: true).ShouldBe(("Escalated", "ActionsEscalated"));

    [Fact]
    public void UnknownEffect_OutweighsEverything() =>
        Outcome([Told.Calls(1, "a"), Told.Judged(1), Told.Intended(1), new ActionInterrupted(1, InterruptedOutcome.Unknown, "?"), new ModelFailed(2, "down")])
            .ShouldBe(("Escalated", "OutcomeUnknown"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UnknownEffect_OutweighsThatSomebodyEndedTheRun(bool interrupted)
    {
        RunEventData left = interrupted ? new ActionInterrupted(1, InterruptedOutcome.Unknown, "?") : new ActionCompleted(1, false, "lost", 1) { InDoubt = true };
        var finished = RunOutcome.Cancelled(Told.State([new RunStarted("r", "d", "m"), Told.Prompt, Told.Calls(1, "a"), Told.Judged(1), Told.Intended(1), left, new RunCancelled("ann", "wrong target")]));
        (finished.Phase, finished.Reason).ShouldBe(("Escalated", "OutcomeUnknown"));
        finished.Message.ShouldContain(interrupted ? "1 action took effect that a stop interrupted" : "1 action took effect whose answer was lost");
        finished.Message.ShouldContain("ann ended the run (wrong target)");
    }

    [Fact]
    public void ReportThatTheTimeForced_SaysSo() => Outcome([
        Told.Calls(1, "a"), .. Told.Executed(1), Told.Says(2, "done") with { Request = new ModelRequest(Told.Start, "d") { ReportFor = "time" } }, Report]).ShouldBe(("Succeeded", "TimeUsedUp"));

    [Theory]
    [InlineData(1, null, "Failed", "TimeUsedUp")]
    [InlineData(2, null, "Succeeded", "TimeUsedUp")]
    [InlineData(1, true, "Succeeded", "TimeUsedUp")]
    public void Undo_ThatTheTimeEnds_HasSucceededOnlyWhereNothingIsLeft(int made, bool? dryRun, string phase, string reason)
    {
        var steps = Enumerable.Range(1, 2).Select(n => new UndoStep(n, $"action {n}", new RollbackStep("kubectl.scale", default, "back"))).ToList();
        var snapshot = Models.Snapshot("scripted") with { Undo = new RunSnapshotUndo { Run = "hello-0", Steps = steps, DryRun = dryRun } };
        var calls = Enumerable.Range(1, made).SelectMany(n => (RunEventData[])[Told.Calls(n, "a"), .. Told.Executed(n)]);
        var report = Told.Says(made + 1, "done") with { Request = new ModelRequest(Told.Start, "d") { ReportFor = "time" } };
        var finished = RunOutcome.Of(Told.State([new RunStarted("r", "d", "m") { Format = SessionFormat.Current }, Told.Prompt, .. calls, report, Report]), snapshot);
        (finished.Phase, finished.Reason).ShouldBe((phase, reason));
    }

    [Fact]
    public void ModelThatFailed_FailsTheRun() => Outcome([new ModelFailed(1, "down")]).ShouldBe(("Failed", "ModelFailed"));

    [Fact]
    public void EmptyReport_FailsTheRun() => Outcome([Told.Says(1, ""), Told.Says(2, ""), new ReportWritten("", [])]).ShouldBe(("Failed", "NoReport"));

    [Fact]
    public void CutOffReport_SaysSo() =>
        Outcome([Told.Says(1, "half", "length"), Told.Says(2, "half", "length"), Report]).ShouldBe(("Succeeded", "ReportTruncated"));

    private static (string Phase, string Reason) Outcome(RunEventData[] rest, bool escalates = false)
    {
        var snapshot = Models.Snapshot("scripted");
        var rails = snapshot.Agent.Spec.Guardrails with { Escalation = escalates ? new EscalationSpec { Target = EscalationTarget.Human } : null };
        snapshot = snapshot with { Agent = snapshot.Agent with { Spec = snapshot.Agent.Spec with { Guardrails = rails } } };
        var finished = RunOutcome.Of(Told.State([new RunStarted("r", "d", "m"), Told.Prompt, .. rest]), snapshot);
        return (finished.Phase, finished.Reason);
    }
}
