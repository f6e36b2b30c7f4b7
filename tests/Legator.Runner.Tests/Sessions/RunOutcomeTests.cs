using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
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

    [Fact]
    public void ReportThatTheTimeForced_SaysSo() => Outcome([
        Told.Calls(1, "a"), .. Told.Executed(1), Told.Says(2, "done") with { Request = new ModelRequest(Told.Start, "d") { ReportFor = "time" } }, Report]).ShouldBe(("Succeeded", "TimeUsedUp"));

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
