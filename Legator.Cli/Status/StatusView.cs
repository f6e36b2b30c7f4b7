using System.Globalization;
using Legator.Cli.Output;
using Legator.Core.Api;

namespace Legator.Cli.Status;

/// <summary>The status report for people.</summary>
internal static class StatusView
{
    public static void Write(StatusReport report, Printer printer)
    {
        printer.Line("[bold]⚡ Legator Status[/]");
        printer.Line("─────────────────");
        Field(printer, "State", State(report));
        Field(printer, "Agents", Agents(report.Agents));
        Field(printer, "Environments", Number(report.Environments));
        Field(printer, "Runs", Runs(report.Runs));
        Field(printer, "Success rate", report.SuccessRate is { } rate ? rate.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "no run has finished yet");
        Field(printer, "Tokens used", Amounts.Tokens(report.TokensUsed));
        Field(printer, "Queue", Queue(report, printer.Now));
        Field(printer, "Next run", report.NextRun is { } next ? $"{Printer.Safe(next.Namespace)}/{Printer.Safe(next.Agent)} {Amounts.Until(next.Time, printer.Now)}" : "none is scheduled");
        Problems(report, printer);
        Errors(report, printer);
    }

    private static void Problems(StatusReport report, Printer printer)
    {
        if (report.Problems.Count == 0)
        {
            return;
        }

        printer.Line();
        printer.Line("[bold]Problems[/]");
        foreach (var problem in report.Problems)
        {
            var name = problem.Namespace.Length == 0 ? problem.Name : $"{problem.Namespace}/{problem.Name}";
            printer.Line($"  [yellow]⚠[/] {Printer.Safe(problem.Kind)} {Printer.Safe(name)}: {Printer.Safe(problem.Reason)}");
            printer.Text(problem.Message, "      ");
        }
    }

    private static void Errors(StatusReport report, Printer printer)
    {
        if (report.RecentErrors.Count == 0)
        {
            return;
        }

        printer.Line();
        printer.Line("[bold]Last errors[/]");
        foreach (var run in report.RecentErrors)
        {
            printer.Line($"  [red]✗[/] {Printer.Safe(run.Namespace)}/{Printer.Safe(run.Name)} {Amounts.Age(run.CompletedAt ?? run.CreatedAt, printer.Now)}");
            printer.Text(run.Message ?? "No message was recorded.", "      ");
        }
    }

    private static string State(StatusReport report)
    {
        var colour = report.State switch { "degraded" => "yellow", "working" => "blue", _ => "green" };
        return $"[{colour}]{Printer.Safe(report.State)}[/] — {Printer.Safe(report.Message)}";
    }

    private static string Agents(AgentCounts agents) =>
        $"{agents.Ready}/{agents.Total} ready" + (agents.Paused > 0 ? $" ({agents.Paused} paused)" : "");

    private static string Runs(RunCounts runs)
    {
        var parts = new List<string> { $"{runs.Succeeded} succeeded", $"{runs.Failed} failed", $"{runs.Running} running" };
        (int Count, string Name)[] rare =
        [
            (runs.Pending, "pending"), (runs.AwaitingApproval, "awaiting approval"), (runs.Escalated, "escalated"), (runs.Blocked, "blocked"), (runs.Cancelled, "cancelled"),
        ];
        parts.AddRange(rare.Where(r => r.Count > 0).Select(r => $"{r.Count} {r.Name}"));
        return $"{runs.Total} total ({string.Join(", ", parts)})";
    }

    private static string Queue(StatusReport report, DateTimeOffset now) => report.Runs.Pending switch
    {
        0 => "empty",
        var n => $"{n} waiting, the oldest for {Amounts.Span(now - (report.WaitingSince ?? now))}",
    };

    private static void Field(Printer printer, string name, string markup) => printer.Line($"{name + ":",-13} {markup}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
