using System.Globalization;

namespace Legator.Core.Api;

/// <summary>How times and amounts are written for people, alike on every surface.</summary>
public static class Amounts
{
    /// <summary>How long ago, e.g. <c>14s ago</c>; <c>-</c> for never.</summary>
    public static string Age(DateTimeOffset? time, DateTimeOffset now) => time is null ? "-" : $"{Span(now - time.Value)} ago";

    /// <summary>How long until, e.g. <c>in 42s</c>; <c>now</c> when it is due.</summary>
    public static string Until(DateTimeOffset time, DateTimeOffset now) => time <= now ? "now" : $"in {Span(time - now)}";

    /// <summary>A length of time in its largest unit, e.g. <c>5m</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "0s",
        { TotalSeconds: < 60 } => Invariant($"{(int)span.TotalSeconds}s"),
        { TotalMinutes: < 60 } => Invariant($"{(int)span.TotalMinutes}m"),
        { TotalHours: < 24 } => Invariant($"{(int)span.TotalHours}h"),
        _ => Invariant($"{(int)span.TotalDays}d"),
    };

    /// <summary>A measured time, e.g. <c>850ms</c>, <c>39.3s</c>, <c>2m05s</c>.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => Invariant($"{Math.Max(0, span.TotalMilliseconds):0}ms"),
        { TotalMinutes: < 1 } => Invariant($"{span.TotalSeconds:0.0}s"),
        _ => Invariant($"{(int)span.TotalMinutes}m{span.Seconds:00}s"),
    };

    /// <summary>A number of tokens, e.g. <c>950</c>, <c>293.4K</c>, <c>1.2M</c>.</summary>
    public static string Tokens(long tokens) => tokens switch
    {
        < 1_000 => Invariant($"{tokens}"),
        < 1_000_000 => Invariant($"{tokens / 1_000.0:0.0}K"),
        _ => Invariant($"{tokens / 1_000_000.0:0.0}M"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
