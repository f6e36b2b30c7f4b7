using System.Globalization;
using Legator.Core.Resources.Runs;

namespace Legator.Cli.Output;

/// <summary>How ages, amounts and phases are written for people.</summary>
internal static class Wording
{
    private const string ScriptedPrefix = "scripted/";

    public static string Age(DateTimeOffset? time, DateTimeOffset now) => time is null ? "-" : $"{Span(now - time.Value)} ago";

    public static string Until(DateTimeOffset time, DateTimeOffset now) => time <= now ? "now" : $"in {Span(time - now)}";

    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "0s",
        { TotalSeconds: < 60 } => Number($"{(int)span.TotalSeconds}s"),
        { TotalMinutes: < 60 } => Number($"{(int)span.TotalMinutes}m"),
        { TotalHours: < 24 } => Number($"{(int)span.TotalHours}h"),
        _ => Number($"{(int)span.TotalDays}d"),
    };

    public static string Duration(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => Number($"{span.TotalMilliseconds:0}ms"),
        { TotalMinutes: < 1 } => Number($"{span.TotalSeconds:0.0}s"),
        _ => Number($"{(int)span.TotalMinutes}m{span.Seconds:00}s"),
    };

    public static string Tokens(long tokens) => tokens switch
    {
        < 1_000 => Number($"{tokens}"),
        < 1_000_000 => Number($"{tokens / 1_000.0:0.0}K"),
        _ => Number($"{tokens / 1_000_000.0:0.0}M"),
    };

    /// <summary>Names the model; a scripted run says that no model was asked.</summary>
    public static string Model(string? model) => model switch
    {
        null or "" => "not known yet",
        _ when model.StartsWith(ScriptedPrefix, StringComparison.Ordinal) => $"{model} (a rehearsal script; no model was asked)",
        _ => model,
    };

    public static string Phase(string phase)
    {
        var colour = phase switch
        {
            "Succeeded" or "Ready" => "green",
            "Failed" or "Error" => "red",
            "Escalated" or "Blocked" or "AwaitingApproval" => "yellow",
            "Running" => "blue",
            _ => "grey",
        };
        return $"[{colour}]{Printer.Safe(phase)}[/]";
    }

    public static string Icon(ActionStatus status) => status switch
    {
        ActionStatus.Executed or ActionStatus.Approved => "✅",
        ActionStatus.Blocked or ActionStatus.Denied => "🚫",
        ActionStatus.Skipped => "⏭",
        ActionStatus.PendingApproval => "⏳",
        _ => "⚠",
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
