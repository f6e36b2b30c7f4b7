using System.Globalization;
using CsCheck;
using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Core.Tests.Scheduling;

public sealed class ScheduleSlotTests
{
    private static readonly DateTimeOffset Created = At("2026-01-01T00:00:10Z");

    private static readonly Gen<ScheduleSpec> AnySchedule = Gen.OneOf(
        Gen.Int[1, 200_000].Select(seconds => new ScheduleSpec { Interval = $"{seconds}s" }),
        Gen.Select(Gen.Int[1, 200_000], Gen.Double[0, 1], (seconds, share) => new ScheduleSpec { Interval = $"{seconds}s", Jitter = $"{(int)(seconds * share)}s" }),
        Gen.Select(
            Gen.OneOf("* * * * *", "*/5 * * * *", "30 2 * * *", "0 8 * * MON-FRI", "15 1,2,3 * * *", "0 0 13 * 5", "@hourly", "0 0 29 2 *"),
            Gen.OneOf("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"),
            Gen.OneOf<string?>(null, "0s", "7m", "3h"),
            (cron, zone, jitter) => new ScheduleSpec { Cron = cron, Timezone = zone, Jitter = jitter }));

    private static readonly Gen<DateTimeOffset> AnyTime = Gen.Long[0, 5 * 365 * 86_400L].Select(seconds => Created.AddSeconds(seconds - 86_400));

    [Fact]
    public void DueAndNext_AnyScheduleAndTime_AreNeighbours() => Gen.Select(AnySchedule, AnyTime, Gen.Guid).Sample((spec, now, uid) =>
    {
        var schedule = Schedule.Parse(spec).Schedule!;
        var (due, next) = (schedule.Due(uid.ToString(), Created, now), schedule.Next(uid.ToString(), Created, now));
        (due is null || due.Value.FiresAt <= now).ShouldBeTrue();
        next.ShouldNotBeNull();
        next.Value.FiresAt.ShouldBeGreaterThan(now);
        schedule.Due(uid.ToString(), Created, next.Value.FiresAt).ShouldBe(next);
        schedule.Due(uid.ToString(), Created, next.Value.FiresAt.AddTicks(-1)).ShouldBe(due);
        if (due is { } slot)
        {
            schedule.Due(uid.ToString(), Created, slot.FiresAt).ShouldBe(slot);
            schedule.Next(uid.ToString(), Created, slot.FiresAt).ShouldBe(next);
        }
    });

    [Fact]
    public void Jitter_AnySlot_StaysInItsSpanAndIsTheSameEachTime() => Gen.Select(AnySchedule, AnyTime, Gen.Guid).Sample((spec, now, uid) =>
    {
        var schedule = Schedule.Parse(spec).Schedule!;
        var slot = schedule.Next(uid.ToString(), Created, now)!.Value;
        var following = schedule.Next(uid.ToString(), Created, slot.FiresAt)!.Value;
        slot.FiresAt.ShouldBeGreaterThanOrEqualTo(slot.Time);
        slot.FiresAt.ShouldBeLessThan(following.Time.AddTicks(1));
        Schedule.Parse(spec).Schedule!.Next(uid.ToString(), Created, now).ShouldBe(slot);
        if (spec.Jitter is null)
        {
            (slot.FiresAt - slot.Time).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    });

    [Fact]
    public void Due_NewIntervalAgent_FiresAtOnceWithoutJitter()
    {
        var schedule = Parse(new ScheduleSpec { Interval = "10m" });
        schedule.Due("uid", Created, Created).ShouldBe(new Slot(Created, Created));
        schedule.Next("uid", Created, Created)!.Value.Time.ShouldBe(Created.AddMinutes(10));
    }

    [Fact]
    public void Due_NewCronAgent_WaitsForItsTime()
    {
        var schedule = Parse(new ScheduleSpec { Cron = "*/5 * * * *", Jitter = "0s" });
        schedule.Due("uid", Created, Created.AddMinutes(1)).ShouldBeNull();
        schedule.Due("uid", Created, At("2026-01-01T00:05:00Z"))!.Value.Time.ShouldBe(At("2026-01-01T00:05:00Z"));
    }

    [Fact]
    public void Due_AfterALongOutage_IsTheLatestMissedSlotOnly() =>
        Parse(new ScheduleSpec { Interval = "1m", Jitter = "0s" }).Due("uid", Created, Created.AddDays(30).AddSeconds(5))!.Value.Time.ShouldBe(Created.AddDays(30));

    [Fact]
    public void Jitter_ManyAgents_SpreadOverTheSpan()
    {
        var schedule = Parse(new ScheduleSpec { Cron = "0 * * * *" });
        var seconds = Enumerable.Range(0, 300).Select(i => schedule.Next($"uid-{i}", Created, Created.AddHours(1))!.Value)
            .Select(slot => (int)(slot.FiresAt - slot.Time).TotalSeconds).ToList();
        seconds.Distinct().Count().ShouldBe(30);
        seconds.GroupBy(second => second).Max(group => group.Count()).ShouldBeLessThan(30);
    }

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")] // 02:30 does not exist in Berlin that night: it runs when the clock jumps
    [InlineData("2026-03-29T02:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice that night: the first one counts
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void Next_DaylightSaving_FiresOnceANight(string now, string expected) =>
        Parse(new ScheduleSpec { Cron = "30 2 * * *", Timezone = "Europe/Berlin", Jitter = "0s" }).Next("uid", Created, At(now))!.Value.Time.ShouldBe(At(expected));

    [Fact]
    public void Next_BothDayFieldsSet_EitherCounts()
    {
        var schedule = Parse(new ScheduleSpec { Cron = "0 0 13 * 5", Jitter = "0s" });
        schedule.Next("uid", Created, At("2026-01-03T00:00:00Z"))!.Value.Time.ShouldBe(At("2026-01-09T00:00:00Z"));
        schedule.Next("uid", Created, At("2026-01-09T00:00:00Z"))!.Value.Time.ShouldBe(At("2026-01-13T00:00:00Z"));
    }

    [Fact]
    public void Due_ClockSetBack_NamesNoLaterSlot()
    {
        var schedule = Parse(new ScheduleSpec { Interval = "1m", Jitter = "0s" });
        var before = schedule.Due("uid", Created, Created.AddMinutes(10))!.Value;
        schedule.Due("uid", Created, Created.AddMinutes(4))!.Value.Time.ShouldBeLessThan(before.Time);
        schedule.Due("uid", Created, Created.AddMinutes(-4)).ShouldBeNull();
    }

    private static Schedule Parse(ScheduleSpec spec) => Schedule.Parse(spec).Schedule!;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
