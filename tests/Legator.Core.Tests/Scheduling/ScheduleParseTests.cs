using CsCheck;
using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Core.Tests.Scheduling;

public sealed class ScheduleParseTests
{
    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0 8 * * MON-FRI")]
    [InlineData("  0   3  * * 1 ")]
    [InlineData("@hourly")]
    [InlineData("@DAILY")]
    [InlineData("0 0 L * *")]
    [InlineData("0 0 29 2 *")]
    public void Parse_GoodCron_HasClock(string cron) => Schedule.Parse(new ScheduleSpec { Cron = cron }).Schedule!.HasClock.ShouldBeTrue();

    [Theory]
    [InlineData("* * *", "has 3 fields")]
    [InlineData("0 */5 * * * *", "has 6 fields")]
    [InlineData("61 * * * *", "is not a cron line")]
    [InlineData("* * * * FOO", "is not a cron line")]
    [InlineData("0 0 30 2 *", "never comes")]
    [InlineData("@every 5m", "spec.schedule.interval")]
    [InlineData("@reboot", "no macro")]
    [InlineData("TZ=Europe/Berlin 0 8 * * *", "spec.schedule.timezone")]
    [InlineData("H * * * *", "uses H")]
    [InlineData("every day", "has 2 fields")]
    public void Parse_BadCron_SaysFieldAndFix(string cron, string expected)
    {
        var parse = Schedule.Parse(new ScheduleSpec { Cron = cron });
        parse.IsValid.ShouldBeFalse();
        parse.Errors.ShouldHaveSingleItem().ShouldStartWith("spec.schedule.cron: ");
        parse.Errors[0].ShouldContain(expected);
    }

    [Theory]
    [InlineData("Berlin")]
    [InlineData("UTC+2")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("Europe")]
    public void Parse_UnknownZone_SaysFieldAndFix(string zone) =>
        Schedule.Parse(new ScheduleSpec { Cron = "0 8 * * *", Timezone = zone }).Errors.ShouldHaveSingleItem().ShouldStartWith($"spec.schedule.timezone: '{zone}'");

    [Fact]
    public void Parse_EverythingWrong_TellsAllAtOnce()
    {
        var parse = Schedule.Parse(new ScheduleSpec { Cron = "x", Interval = "soon", Timezone = "Mars", Jitter = "-1s" });
        parse.Errors.Select(error => error[..error.IndexOf(':')]).ShouldBe(
            ["spec.schedule.cron", "spec.schedule.interval", "spec.schedule.jitter", "spec.schedule.timezone"], ignoreOrder: true);
    }

    [Fact]
    public void Parse_JitterLongerThanInterval_IsRefused() =>
        Schedule.Parse(new ScheduleSpec { Interval = "1m", Jitter = "2m" }).Errors.ShouldHaveSingleItem().ShouldContain("spec.schedule.jitter");

    [Fact]
    public void Parse_IntervalOutOfRange_IsRefused()
    {
        foreach (var interval in new[] { "10ms", "-5m", "0", "4000d", "99999999999999h" })
        {
            Schedule.Parse(new ScheduleSpec { Interval = interval }).Errors.ShouldHaveSingleItem().ShouldStartWith("spec.schedule.interval: '" + interval);
        }
    }

    [Fact]
    public void Parse_NothingSet_HasNoClock()
    {
        var schedule = Schedule.Parse(new ScheduleSpec()).Schedule!;
        schedule.HasClock.ShouldBeFalse();
        schedule.Next("uid", At("2026-01-01T00:00:00Z"), At("2026-01-02T00:00:00Z")).ShouldBeNull();
        schedule.Due("uid", At("2026-01-01T00:00:00Z"), At("2026-01-02T00:00:00Z")).ShouldBeNull();
    }

    [Fact]
    public void Parse_CronAndInterval_CronWins() =>
        Schedule.Parse(new ScheduleSpec { Cron = "0 8  * * *", Interval = "5m" }).Schedule!.Expression.ShouldBe("cron 0 8 * * * UTC");

    [Fact]
    public void Parse_SameIntervalSpelledTwice_IsTheSameExpression() =>
        Schedule.Parse(new ScheduleSpec { Interval = "90m" }).Schedule!.Expression.ShouldBe(Schedule.Parse(new ScheduleSpec { Interval = "1h30m" }).Schedule!.Expression);

    [Fact]
    public void Parse_AnyText_NeverThrows() =>
        Gen.Select(Gen.String["*/0123456789-,LWH#?@ adyhourlMON"], Gen.String, Gen.String).Sample((cron, zone, interval) =>
            Schedule.Parse(new ScheduleSpec { Cron = cron, Timezone = zone, Interval = interval }) is { IsValid: true } or { Errors.Count: > 0 });

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
