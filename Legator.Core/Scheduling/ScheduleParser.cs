using Legator.Core.Resources.Agents;

namespace Legator.Core.Scheduling;

/// <summary>Reads every field of a schedule and gathers all problems.</summary>
internal static class ScheduleParser
{
    private const string Field = "spec.schedule";
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static ScheduleParse Parse(ScheduleSpec spec)
    {
        var errors = new List<string>();
        var jitter = Duration("jitter", spec.Jitter, TimeSpan.Zero, errors);
        var zone = Zone(spec.Timezone, errors);
        var interval = Duration("interval", spec.Interval, Shortest, errors);
        var cron = string.IsNullOrEmpty(spec.Cron) ? null : CronLine.Parse($"{Field}.cron", spec.Cron, errors);
        if (cron is null && interval is { } gap && jitter > gap)
        {
            errors.Add($"{Field}.jitter: '{spec.Jitter}' is longer than the interval {spec.Interval}: write at most the interval.");
        }

        if (errors.Count > 0)
        {
            return new ScheduleParse(null, errors);
        }

        ISlotClock? clock = cron is not null ? new CronClock(cron, zone!) : interval is { } length ? new IntervalClock(length) : null;
        var expression = cron is not null ? $"cron {CronLine.Normal(spec.Cron!)} {zone!.Id}" : interval is { } every ? $"interval {GoDuration.Format(every)}" : "";
        return new ScheduleParse(new Schedule(clock, jitter, expression), []);
    }

    private static TimeSpan? Duration(string field, string? text, TimeSpan shortest, List<string> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!GoDuration.TryParse(text, out var value, out var error))
        {
            errors.Add($"{Field}.{field}: {error}.");
            return null;
        }

        if (value < shortest || value > Longest)
        {
            errors.Add($"{Field}.{field}: '{text}' is out of range: write a duration from {GoDuration.Format(shortest)} to {Longest.TotalDays}d.");
            return null;
        }

        return value;
    }

    private static TimeZoneInfo? Zone(string? name, List<string> errors)
    {
        try
        {
            return string.IsNullOrEmpty(name) || name == "UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            errors.Add($"{Field}.timezone: '{name}' is no time zone of this system: write an IANA name such as UTC, Europe/Berlin or America/New_York.");
            return null;
        }
    }
}
