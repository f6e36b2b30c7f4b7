using System.Globalization;
using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;
using Legator.Operator.Schedules;

namespace Legator.Operator.Tests.Schedules;

/// <summary>No slot goes without a word: each that was due has its run or is counted, once.</summary>
public sealed class SlotTallyTests
{
    private static readonly DateTimeOffset Created = DateTimeOffset.Parse("2026-03-29T00:00:07Z", CultureInfo.InvariantCulture);

    public static TheoryData<string, string, MissedSlots, ConcurrencyPolicy> Agents
    {
        get
        {
            var agents = new TheoryData<string, string, MissedSlots, ConcurrencyPolicy>();
            foreach (var missed in Enum.GetValues<MissedSlots>())
            {
                foreach (var policy in Enum.GetValues<ConcurrencyPolicy>())
                {
                    agents.Add("90s", "20s", missed, policy);
                    agents.Add("1m", "0s", missed, policy);
                    agents.Add("*/2 * * * *", "30s", missed, policy);
                }
            }

            return agents;
        }
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Slots_OperatorDownAndRunsSlow_HaveTheirRunOrAreCounted(string schedule, string jitter, MissedSlots missed, ConcurrencyPolicy policy)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var history = new SlotHistory(Parse(schedule, jitter), Created, missed, policy, new Random(seed));
            history.Live(looks: 200);
            history.WithoutRun.ShouldBe(history.Counted, $"seed {seed}");
            history.Doubled.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Slots_TenRunsUnfinished_AreCountedWithThatReason()
    {
        var decision = SlotDecision.Of(Facts(11) with { LastSlot = Created, ActiveRun = "run-1", Unfinished = SlotDecision.MostWaiting, Concurrency = ConcurrencyPolicy.Queue });
        SlotTally.Of(decision).ShouldBe([new DroppedSlots { Reason = SlotDropReason.TooManyWaiting, Count = 1, Latest = Created.AddMinutes(10) }]);
    }

    [Fact]
    public void Slots_OperatorDownForADay_AreCountedButTheLatest()
    {
        var decision = SlotDecision.Of(Facts((24 * 60) + 1) with { LastSlot = Created });
        SlotTally.Of(decision).ShouldBe([new DroppedSlots { Reason = SlotDropReason.Overdue, Count = 143, Latest = Created.AddMinutes((24 * 60) - 10) }]);
    }

    [Fact]
    public void Slots_LeaderDiedBetweenRunAndStatus_RunIsNotCountedAsMissing()
    {
        var made = Created.AddMinutes(20);
        var decision = SlotDecision.Of(Facts(35) with { LastSlot = Created, HasRun = time => time == made, RunsBetween = (after, before) => made > after && made < before ? 1 : 0 });
        SlotTally.Of(decision).Single().Count.ShouldBe(1);
    }

    [Fact]
    public void Slots_AgentNotReady_AreNotCountedBeforeOneIsHandled() =>
        SlotTally.Of(SlotDecision.Of(Facts(35) with { LastSlot = Created, Problem = "no environment" })).ShouldBeEmpty();

    [Fact]
    public void Sum_SameReason_AddsUpAndKeepsTheLatest()
    {
        DroppedSlots Some(int count, int minutes) => new() { Reason = SlotDropReason.Overdue, Count = count, Latest = Created.AddMinutes(minutes) };
        SlotTally.Sum([Some(2, 30)], [Some(3, 60)]).ShouldBe([Some(5, 60)]);
        SlotTally.Sum(null, []).ShouldBeNull();
    }

    private static Schedule Parse(string schedule, string jitter) =>
        Schedule.Parse(schedule.Contains(' ', StringComparison.Ordinal) ? new ScheduleSpec { Cron = schedule, Timezone = "Europe/Berlin", Jitter = jitter } : new ScheduleSpec { Interval = schedule, Jitter = jitter }).Schedule!;

    private static SlotFacts Facts(double minutes) => new()
    {
        Schedule = Parse("10m", "0s"),
        AgentUid = "uid",
        Created = Created,
        Now = Created.AddMinutes(minutes),
        HasRun = _ => false,
    };
}
