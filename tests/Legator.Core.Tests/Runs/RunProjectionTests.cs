using Legator.Core.Actions;
using Legator.Core.Audit;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Tests.Runs;

public sealed class RunProjectionTests
{
    private static readonly RunKey Run = new("agents", "hello-1");
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 21, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Projection_OfAWholeRun_TellsWhatHappened()
    {
        var status = Project(
            new RunStarted("r1", "d", "openai/m"),
            new ModelReplied(1, "", [], 1000, 100, "tool_calls", 5),
            Samples.Judged(1),
            new ActionIntended(1, new ActionDigest(new string('a', 64))),
            new ActionCompleted(1, true, "2 pods", 7),
            new ReportWritten("All well", [new Finding("warning", "old image", "pod/web")]),
            new RunFinished("Succeeded", "Completed", "done"));
        status.Phase.ShouldBe(RunPhase.Succeeded);
        status.Usage!.TotalTokens.ShouldBe(1100);
        status.Usage.EstimatedCost.ShouldBe("$0.0020");
        status.Usage.WallClockMs.ShouldBe(6000);
        status.Actions.ShouldHaveSingleItem().Status.ShouldBe(ActionStatus.Executed);
        status.Findings.ShouldHaveSingleItem().Resource.ShouldBe("pod/web");
        status.Journal!.Length.ShouldBe(7);
        status.Conditions.ShouldHaveSingleItem().Reason.ShouldBe("Completed");
        status.Guardrails!.AutonomyCeiling.ShouldBe("automate-safe");
    }

    [Fact]
    public void Projection_EventByEvent_EqualsTheFoldOfAll()
    {
        var events = Events(new RunStarted("r1", "d", "openai/m"), Samples.Judged(1), new RunFinished("Failed", "NoReport", "none"));
        var whole = RunProjection.Of(Samples.Snapshot(), events);
        var again = events.Concat(events).Aggregate(RunProjection.Start(Samples.Snapshot()), (p, e) => p.Apply(e));
        CanonicalJson.Sha256(again.Status).ShouldBe(CanonicalJson.Sha256(whole.Status));
    }

    [Fact]
    public void Projection_WithAGap_Throws()
    {
        var events = Events(new RunStarted("r1", "d", "m"), Samples.Judged(1));
        Should.Throw<InvalidOperationException>(() => RunProjection.Start(null).Apply(events[1])).Message.ShouldContain("Event 1");
    }

    [Fact]
    public void BlockedAction_IsToldInTheOldWords()
    {
        var status = Project(new RunStarted("r1", "d", "m"), Samples.Judged(1, VerdictOutcome.Deny, GuardrailReason.UndeclaredAction));
        var action = status.Actions.ShouldHaveSingleItem();
        action.Status.ShouldBe(ActionStatus.Blocked);
        action.PreFlightCheck!.AllowListCheck.ShouldBe("BLOCKED (UndeclaredAction)");
        action.PreFlightCheck.SafetyGateOutcome.ShouldBe("BLOCKED");
        action.PreFlightCheck.AutonomyCheck.ShouldBeNull("the chain ended before it");
        action.Trace.Select(t => t.Verdict).ShouldBe(["pass", "deny"]);
        status.Guardrails!.ActionsBlocked.ShouldBe(1);
    }

    [Fact]
    public void BlockedAction_OfAnAgentWithEscalation_IsEscalated()
    {
        var snapshot = Samples.Snapshot(new EscalationSpec { Target = EscalationTarget.Channel, ChannelName = "ops" });
        var status = RunProjection.Of(snapshot, Events(new RunStarted("r1", "d", "m"), Samples.Judged(1, VerdictOutcome.Deny, GuardrailReason.DeniedAction))).Status;
        status.Actions[0].Escalation!.Channel.ShouldBe("ops");
        status.Guardrails!.EscalationsTriggered.ShouldBe(1);
    }

    [Theory]
    [InlineData(InterruptedOutcome.Executed, ActionStatus.Executed)]
    [InlineData(InterruptedOutcome.NotExecuted, ActionStatus.Failed)]
    [InlineData(InterruptedOutcome.ReadLost, ActionStatus.Failed)]
    [InlineData(InterruptedOutcome.Unknown, ActionStatus.Unknown)]
    public void InterruptedAction_HasTheOutcomeThatTheWorldShows(InterruptedOutcome outcome, ActionStatus expected) =>
        Project(new RunStarted("r1", "d", "m"), Samples.Judged(1), new ActionIntended(1, default), new RunResumed("r2"), new ActionInterrupted(1, outcome, "looked"))
            .Actions[0].Status.ShouldBe(expected);

    [Fact]
    public void WallClock_LeavesOutThePauseBeforeAResume() =>
        Project(new RunStarted("r1", "d", "m"), Samples.Judged(1), new RunResumed("r2"), new RunFinished("Failed", "NoReport", "none"))
            .Usage!.WallClockMs.ShouldBe(2000);

    [Fact]
    public void HugeRun_StaysSmallAndSaysSo()
    {
        var data = new List<RunEventData> { new RunStarted("r1", "d", "m") };
        for (var seq = 1; seq <= 400; seq++)
        {
            data.AddRange([Samples.Judged(seq, VerdictOutcome.Deny, GuardrailReason.DeniedAction)]);
        }

        data.Add(new ReportWritten(new string('x', 1_000_000), []));
        data.Add(new RunFinished("Blocked", "ActionsBlocked", "all"));
        var status = Project([.. data]);
        CanonicalJson.Serialize(status).Length.ShouldBeLessThan(1_000_000);
        status.Guardrails!.ActionsBlocked.ShouldBe(400);
        status.Conditions.ShouldContain(c => c.Reason == "TooManyActions");
        status.Report.ShouldNotBeNull().ShouldEndWith("more characters in the journal]");
    }

    private static LegatorRunStatus Project(params RunEventData[] data) => RunProjection.Of(Samples.Snapshot(), Events(data)).Status;

    private static List<RunEvent> Events(params RunEventData[] data)
    {
        var events = new List<RunEvent>();
        foreach (var item in data)
        {
            var head = events.Count == 0 ? JournalHead.Empty : JournalHead.After(events[^1]);
            events.Add(RunEventChain.Link(Run, head, Start.AddSeconds(events.Count), item));
        }

        return events;
    }
}
