using System.Globalization;

namespace Legator.Core.Scheduling;

/// <summary>Durations as Kubernetes manifests write them: <c>1h30m</c>, <c>300s</c>, <c>1.5h</c>, <c>-2ms</c>, <c>0</c>. Beyond Go, <c>d</c> is 24 hours.</summary>
public static class GoDuration
{
    private const string Example = "write a number and a unit, e.g. 30s, 15m, 6h or 1h30m (units: ns us ms s m h d)";

    /// <summary>Reads a duration.</summary>
    /// <exception cref="FormatException">It is not one; the message names the text and the fix.</exception>
    public static TimeSpan Parse(string text) => TryParse(text, out var value, out var error) ? value : throw new FormatException(error);

    /// <summary>Reads a duration; on failure <paramref name="error"/> names the text and the fix.</summary>
    public static bool TryParse(string? text, out TimeSpan value, out string error)
    {
        value = default;
        error = "";
        var rest = (text ?? "").AsSpan();
        var negative = rest.StartsWith("-");
        rest = rest.Length > 0 && rest[0] is '-' or '+' ? rest[1..] : rest;
        if (rest is "0")
        {
            return true;
        }

        decimal ticks = 0;
        while (rest.Length > 0)
        {
            if (!TryTerm(ref rest, out var term))
            {
                return Fail(text, out error);
            }

            ticks += term;
        }

        if (text is null or "" or "-" or "+")
        {
            return Fail(text, out error);
        }

        if (ticks > long.MaxValue)
        {
            error = $"'{text}' is longer than a duration can be: {Example}";
            return false;
        }

        value = TimeSpan.FromTicks((long)(negative ? -ticks : ticks));
        return true;
    }

    /// <summary>Writes a duration as Go would: <c>1h30m0s</c>, <c>1.5s</c>, <c>250ms</c>, <c>0s</c>.</summary>
    public static string Format(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
        {
            return "-" + Format(value.Negate());
        }

        if (value < TimeSpan.FromSeconds(1))
        {
            return value == TimeSpan.Zero ? "0s"
                : value < TimeSpan.FromMilliseconds(1) ? Number(value.TotalMicroseconds) + "µs"
                : Number(value.TotalMilliseconds) + "ms";
        }

        var seconds = Number((value.Ticks % TimeSpan.TicksPerMinute) / (double)TimeSpan.TicksPerSecond) + "s";
        var (hours, minutes) = ((long)value.TotalHours, value.Minutes);
        return hours > 0 ? $"{hours}h{minutes}m{seconds}" : minutes > 0 ? $"{minutes}m{seconds}" : seconds;
    }

    private static bool TryTerm(ref ReadOnlySpan<char> rest, out decimal ticks)
    {
        ticks = 0;
        var digits = rest.IndexOfAnyExcept("0123456789.");
        if (digits <= 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        rest = rest[digits..];
        var next = rest.IndexOfAny("0123456789.");
        var unit = next < 0 ? rest : rest[..next];
        rest = next < 0 ? [] : rest[next..];
        var ticksPerUnit = TicksPer(unit);
        if (ticksPerUnit == 0 || number > long.MaxValue / ticksPerUnit)
        {
            return false;
        }

        ticks = number * ticksPerUnit;
        return true;
    }

    private static decimal TicksPer(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 0.01m,
        "us" or "µs" or "μs" => TimeSpan.TicksPerMicrosecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        "d" => TimeSpan.TicksPerDay,
        _ => 0,
    };

    private static bool Fail(string? text, out string error)
    {
        error = $"'{text}' is not a duration: {Example}";
        return false;
    }

    private static string Number(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
