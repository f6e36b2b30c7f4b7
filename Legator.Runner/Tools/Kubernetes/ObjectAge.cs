using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>How long ago something happened, as kubectl writes it.</summary>
internal static class ObjectAge
{
    public static string Of(JsonNode? timestamp, DateTimeOffset now) =>
        Read(timestamp) is { } then ? Write(now - then) : "<unknown>";

    public static DateTimeOffset? Read(JsonNode? timestamp) =>
        DateTimeOffset.TryParse((timestamp as JsonValue)?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var then) ? then : null;

    private static string Write(TimeSpan age) => age switch
    {
        { TotalSeconds: < 0 } => "0s",
        { TotalSeconds: < 120 } => $"{(int)age.TotalSeconds}s",
        { TotalMinutes: < 10 } => $"{(int)age.TotalMinutes}m{age.Seconds}s",
        { TotalMinutes: < 180 } => $"{(int)age.TotalMinutes}m",
        { TotalHours: < 8 } => $"{(int)age.TotalHours}h{age.Minutes}m",
        { TotalHours: < 48 } => $"{(int)age.TotalHours}h",
        { TotalDays: < 8 } => $"{(int)age.TotalDays}d{age.Hours}h",
        _ => $"{(int)age.TotalDays}d",
    };
}
