using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Ages as kubectl shows them: two units at most, coarser as they grow.</summary>
internal static class HumanDuration
{
    public const string Unknown = "<unknown>";

    /// <summary>The age of a timestamp field; unknown where it is absent.</summary>
    public static string Since(JsonNode? timestamp, DateTimeOffset now)
    {
        if (timestamp is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
        {
            return Unknown;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? Format(now - moment) : "<invalid>";
    }

    /// <summary>Writes a span; one second of clock difference backwards is nothing.</summary>
    public static string Format(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        var minutes = seconds / 60;
        var hours = seconds / 3600;
        return (seconds, minutes, hours) switch
        {
            ( < -1, _, _) => "<invalid>",
            ( < 0, _, _) => "0s",
            ( < 120, _, _) => $"{seconds}s",
            (_, < 10, _) => Two(minutes, "m", seconds % 60, "s"),
            (_, < 180, _) => $"{minutes}m",
            (_, _, < 8) => Two(hours, "h", minutes % 60, "m"),
            (_, _, < 48) => $"{hours}h",
            (_, _, < 24 * 8) => Two(hours / 24, "d", hours % 24, "h"),
            (_, _, < 24 * 365 * 2) => $"{hours / 24}d",
            (_, _, < 24 * 365 * 8) => Two(hours / 24 / 365, "y", hours / 24 % 365, "d"),
            _ => $"{hours / 24 / 365}y",
        };
    }

    private static string Two(long large, string largeUnit, long small, string smallUnit) =>
        small == 0 ? $"{large}{largeUnit}" : $"{large}{largeUnit}{small}{smallUnit}";
}
