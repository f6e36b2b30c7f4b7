using Legator.Core.Resources.Runs;

namespace Legator.Cli.Output;

/// <summary>How phases and outcomes are marked for people.</summary>
internal static class Wording
{
    public static string Phase(string phase) => $"[{Colour(phase)}]{Printer.Safe(phase)}[/]";

    public static Cell PhaseCell(string phase) => new(phase, Colour(phase));

    public static string Icon(ActionStatus status) => status switch
    {
        ActionStatus.Executed or ActionStatus.Approved => "✅",
        ActionStatus.Blocked or ActionStatus.Denied => "🚫",
        ActionStatus.Skipped => "⏭",
        ActionStatus.PendingApproval => "⏳",
        _ => "⚠",
    };

    private static string Colour(string phase) => phase switch
    {
        "Succeeded" or "Ready" => "green",
        "Failed" or "Error" => "red",
        "Escalated" or "Blocked" or "AwaitingApproval" => "yellow",
        "Running" => "blue",
        _ => "grey",
    };
}
