using System.Globalization;
using CsCheck;
using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;
using Legator.Operator.Schedules;

namespace Legator.Operator.Tests.Schedules;

public sealed class SlotDecisionTests
{
    private static readonly DateTimeOffset Created = At("2026-01-01T00:00:00Z");

    [Fact]
    public void Of_NewIntervalAgent_RunsAtOnce()
    {
        var decision = SlotDecision.Of(Facts("10m", 0));
        decision.Outcome.ShouldBe(SlotOutcome.Run);
        decision.Due!.Value.Time.ShouldBe(Created);
        decision.Next!.Value.Time.ShouldBe(Created.AddMinutes(10));
    }

    [Fact]
    public void Of_HandledSlot_DoesNothing() =>
        SlotDecision.Of(Facts("10m", 5) with { LastSlot = Created }).Outcome.ShouldBe(SlotOutcome.None);

    [Fact]
    public void Of_SlotWhoseRunWasMadeAhead_GoesOnWithTheOneAfter()
    {
        var decision = SlotDecision.Of(Facts("10m", 9) with { LastSlot = Created.AddMinutes(10) });
        (decision.Outcome, decision.Next!.Value.Time).ShouldBe((SlotOutcome.None, Created.AddMinutes(20)));
    }

    [Fact]
    public void Of_SlotsMissedForADay_RunsTheLatestOnly()
    {
        var decision = SlotDecision.Of(Facts("10m", 24 * 60 + 1) with { LastSlot = Created });
        decision.Outcome.ShouldBe(SlotOutcome.Run);
        decision.Due!.Value.Time.ShouldBe(Created.AddDays(1));
    }

    [Fact]
    public void Of_ActiveRun_SkipsTheSlot() =>
        SlotDecision.Of(Facts("10m", 11) with { LastSlot = Created, ActiveRun = "run-1" }).Outcome.ShouldBe(SlotOutcome.Skip);

    [Fact]
    public void Of_ActiveRunThatIsReplaced_RunsTheSlot() =>
        SlotDecision.Of(Facts("10m", 11) with { LastSlot = Created, ActiveRun = "run-1", Concurrency = ConcurrencyPolicy.Replace }).Outcome.ShouldBe(SlotOutcome.Run);

    [Fact]
    public void Of_RunsThatNobodyEnds_AreNotReplacedForEver() =>
        SlotDecision.Of(Facts("10m", 11) with { LastSlot = Created, ActiveRun = "run-1", Concurrency = ConcurrencyPolicy.Replace, Unfinished = SlotDecision.MostWaiting }).Outcome.ShouldBe(SlotOutcome.Skip);

    [Fact]
    public void Of_ActiveRunIsTheSlotsOwn_IsNotSkipped() =>
        SlotDecision.Of(Facts("10m", 11) with { LastSlot = Created, ActiveRun = "run-1", HasRun = time => time == Created.AddMinutes(10) }).Outcome.ShouldBe(SlotOutcome.Run);

    [Fact]
    public void Of_Paused_FiresNothing()
    {
        var decision = SlotDecision.Of(Facts("10m", 11) with { Paused = true });
        (decision.Outcome, decision.Next, decision.Observed).ShouldBe((SlotOutcome.None, null, SlotDecision.Paused));
    }

    [Fact]
    public void Of_PauseEnded_MakesNothingUpForThePause()
    {
        var facts = Facts("10m", 25) with { LastSlot = Created, ObservedSchedule = SlotDecision.Paused, ScheduleSince = Created.AddMinutes(5) };
        var decision = SlotDecision.Of(facts);
        (decision.Outcome, decision.Since).ShouldBe((SlotOutcome.None, facts.Now));
        decision.Next!.Value.Time.ShouldBe(Created.AddMinutes(30));
    }

    [Fact]
    public void Of_ScheduleEdited_WaitsForItsFirstSlotFromNow()
    {
        var decision = SlotDecision.Of(Facts("7m", 60) with { LastSlot = Created.AddMinutes(50), ObservedSchedule = "interval 10m0s" });
        (decision.Outcome, decision.Since).ShouldBe((SlotOutcome.None, Created.AddMinutes(60)));
    }

    [Fact]
    public void Of_ScheduleUnreadable_KeepsWhatCountedBefore()
    {
        var decision = SlotDecision.Of(Facts("10m", 60) with { Schedule = null, ObservedSchedule = "interval 10m0s", ScheduleSince = Created });
        (decision.Outcome, decision.Observed, decision.Since).ShouldBe((SlotOutcome.None, "interval 10m0s", Created));
    }

    [Fact]
    public void Of_NotReadyBeforeAnyRun_HoldsTheSlot() =>
        SlotDecision.Of(Facts("10m", 11) with { Problem = "no environment" }).Outcome.ShouldBe(SlotOutcome.Hold);

    [Theory]
    [InlineData(null, true)]
    [InlineData("no skill", true)]
    [InlineData("no environment", false)]
    public void Of_BrokenAfterRuns_FailsOncePerProblem(string? lastProblem, bool runs) =>
        SlotDecision.Of(Facts("10m", 11) with { LastSlot = Created, HasRunBefore = true, Problem = "no environment", LastProblem = lastProblem }).Outcome.ShouldBe(runs ? SlotOutcome.Run : SlotOutcome.Hold);

    [Fact]
    public void Of_ActiveRunAndQueue_RunsUntilTenWait()
    {
        var facts = Facts("10m", 11) with { LastSlot = Created, ActiveRun = "run-1", Concurrency = ConcurrencyPolicy.Queue, Unfinished = 9 };
        SlotDecision.Of(facts).Outcome.ShouldBe(SlotOutcome.Run);
        SlotDecision.Of(facts with { Unfinished = 10 }).Outcome.ShouldBe(SlotOutcome.Skip);
    }

    [Theory]
    [InlineData(10.9, SlotOutcome.Run)]
    [InlineData(11.1, SlotOutcome.Miss)]
    public void Of_MissedSlotsAreSkipped_RunsOnlyWhatIsFresh(double minutes, object outcome) =>
        SlotDecision.Of(Facts("10m", minutes) with { LastSlot = Created, Missed = MissedSlots.Skip }).Outcome.ShouldBe((SlotOutcome)outcome);

    [Fact]
    public void Of_AllMissedSlots_AreMadeUpForOldestFirstTenAtMost()
    {
        var (last, slots) = (Created, new List<DateTimeOffset>());
        while (SlotDecision.Of(Facts("10m", 205) with { LastSlot = last, ActiveRun = "run", Missed = MissedSlots.All }) is { Outcome: SlotOutcome.Run, Due: { } due } decision)
        {
            decision.IsMoreDue.ShouldBe(slots.Count < 9);
            slots.Add(last = due.Time);
        }

        slots.ShouldBe(Enumerable.Range(11, 10).Select(n => Created.AddMinutes(10 * n)));
    }

    [Fact]
    public void Of_SlotWithinTheLead_IsDueAheadAndOnce()
    {
        var facts = Facts("10m", 9.5) with { LastSlot = Created, Lead = TimeSpan.FromSeconds(31) };
        var decision = SlotDecision.Of(facts);
        (decision.Outcome, decision.Due!.Value.Time).ShouldBe((SlotOutcome.Run, Created.AddMinutes(10)));
        SlotDecision.Of(facts with { LastSlot = Created.AddMinutes(10) }).Outcome.ShouldBe(SlotOutcome.None);
        SlotDecision.Of(Facts("10m", 10) with { LastSlot = Created.AddMinutes(10) }).Outcome.ShouldBe(SlotOutcome.None);
    }

    [Fact]
    public void Of_TimePassingInAnySteps_HandlesEverySlotAtMostOnceAndInOrder() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 400].Array[1, 60]).Sample((minutes, steps) =>
        {
            DateTimeOffset? last = null;
            var (seconds, facts) = (0, Facts($"{minutes}m", 0));
            foreach (var step in steps)
            {
                seconds += step;
                var decision = SlotDecision.Of(facts with { Now = Created.AddSeconds(seconds), LastSlot = last });
                if (decision.Outcome == SlotOutcome.Run)
                {
                    (last is null || decision.Due!.Value.Time > last).ShouldBeTrue();
                    last = decision.Due!.Value.Time;
                }
            }

            last.ShouldBe(facts.Schedule!.Due(facts.AgentUid, Created, Created.AddSeconds(seconds))!.Value.Time);
        });

    private static SlotFacts Facts(string interval, double minutes)
    {
        var schedule = Schedule.Parse(new ScheduleSpec { Interval = interval, Jitter = "0s" }).Schedule!;
        return new SlotFacts
        {
            Schedule = schedule,
            AgentUid = "uid",
            Created = Created,
            Now = Created.AddMinutes(minutes),
            ObservedSchedule = schedule.Expression,
            HasRun = _ => false,
        };
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
