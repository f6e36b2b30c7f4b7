using System.Text.Json;
using Legator.Cli.Output;
using Legator.Core;
using Legator.Core.Api;

namespace Legator.Cli.Approvals;

/// <summary>Approvals as people read them.</summary>
internal static class ApprovalView
{
    private static readonly string[] Nothing = [];

    public static void WriteList(ApprovalList list, Printer printer)
    {
        if (list.Approvals.Count == 0)
        {
            printer.Line("Nothing waits for a decision.");
            return;
        }

        var several = list.Approvals.Select(a => a.Namespace).Distinct().Count() > 1;
        var decided = list.Approvals.Any(a => a.DecidedBy is not null);
        var table = new TextTable(["NAME", .. several ? ["NAMESPACE"] : Nothing, "PHASE", "AGENT", "TOOL", "TARGET", "TIER", "LEFT", .. decided ? ["BY"] : Nothing])
        {
            Optional = ["TIER", "LEFT"],
        };
        foreach (var item in list.Approvals)
        {
            Cell[] place = several ? [item.Namespace] : [];
            Cell[] by = decided ? [item.DecidedBy ?? ""] : [];
            table.Row([item.Name, .. place, PhaseCell(item.Phase), item.Agent, item.Tool, item.Target, item.Tier, Left(item, printer.Now), .. by]);
        }

        table.Write(printer);
    }

    public static void Write(ApprovalDetail detail, Printer printer)
    {
        var item = detail.Approval;
        printer.Line($"Approval: {Printer.Safe(item.Name)}");
        printer.Line($"Agent: {Printer.Safe(item.Namespace)}/{Printer.Safe(item.Agent)} | Run: {Printer.Safe(item.Run)} | {Printer.Safe(item.Phase)}{Printer.Safe(Left(item, printer.Now) is { Length: > 0 } left ? $", {left} left" : "")}");
        printer.Line($"Tool: {Printer.Safe(item.Tool)} | Tier: {Printer.Safe(item.Tier)} | Digest: {Printer.Safe(detail.Digest)}");
        printer.Line($"Why asked: {Printer.Safe(item.Context)}");
        if (item.DecidedBy is not null || item.Reason is not null)
        {
            printer.Line($"Decided: {Printer.Safe(item.DecidedBy ?? "nobody")} {Printer.Safe(item.Reason)}");
        }

        Block("Does:", string.Join('\n', detail.Actions), printer);
        Block("Arguments:", JsonSerializer.Serialize(detail.Arguments, LegatorJson.Indented), printer);
        Block($"Dry run{(detail.TargetVersion is { } version ? $" (on version {version})" : "")}:", detail.DryRun ?? $"unavailable: {detail.DryRunUnavailable}", printer);
        Block("Depends on the target:", detail.Dependents.Count == 0 ? "nothing that is known" : string.Join('\n', detail.Dependents), printer);
        if (detail.Confirmation is { } confirmation)
        {
            printer.Line($"To approve it, type: {Printer.Safe(confirmation)}");
        }
        else if (!detail.MayDecide.Allowed)
        {
            printer.Line($"You may not decide it: {Printer.Safe(detail.MayDecide.Reason)}");
        }
    }

    private static void Block(string title, string text, Printer printer)
    {
        printer.Line();
        printer.Line(Printer.Safe(title));
        printer.Text(text, "  ");
    }

    private static string Left(ApprovalSummary item, DateTimeOffset now) =>
        item is { Phase: "Pending", ExpiresAt: { } end } && end > now ? Amounts.Duration(end - now) : "";

    private static Cell PhaseCell(string phase) => new(phase, phase switch
    {
        "Pending" => "yellow",
        "Approved" => "green",
        "Denied" => "red",
        _ => "grey",
    });
}
