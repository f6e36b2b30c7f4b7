using Legator.Cli.Output;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;

namespace Legator.Cli.Runs;

/// <summary>Runs for people.</summary>
internal static class RunView
{
    private const int TargetLength = 100;
    private static readonly string[] NoHeaders = [];

    public static void WriteList(RunList list, Printer printer)
    {
        if (list.Runs.Count == 0)
        {
            printer.Line("No runs. Start one: legator run <agent>");
            return;
        }

        var several = list.Runs.Select(r => r.Namespace).Distinct().Count() > 1;
        var table = new TextTable([.. several ? ["NAMESPACE"] : NoHeaders, "NAME", "AGENT", "PHASE", "TRIGGER", "TOKENS", "DURATION", "AGE"])
        {
            Optional = ["TOKENS", "TRIGGER", "DURATION"],
        };
        foreach (var run in list.Runs)
        {
            table.Row([
                .. several ? [run.Namespace] : Array.Empty<Cell>(),
                run.Name,
                run.Agent,
                Wording.PhaseCell(run.Phase),
                run.Trigger,
                Amounts.Tokens(run.Tokens),
                run.Duration ?? "-",
                Amounts.Age(run.CreatedAt, printer.Now),
            ]);
        }

        table.Write(printer);
        if (list.More == true || list.Total > list.Runs.Count)
        {
            printer.Line($"[grey]{list.Runs.Count} of {(list.More == true ? "more than " : "")}{list.Total}; --limit shows more.[/]");
        }
    }

    /// <param name="run">The run.</param>
    /// <param name="printer">Where to.</param>
    /// <param name="further">Lines of actions that the record had no room for.</param>
    public static void Write(LegatorRun run, Printer printer, IReadOnlyList<string> further)
    {
        WriteHeader(run, printer);
        WriteActions(run.Status?.Actions ?? [], printer, further);
        WriteOutcome(run, printer);
    }

    public static void WriteHeader(LegatorRun run, Printer printer)
    {
        var (spec, status) = (run.Spec, run.Status);
        var phase = status?.Phase ?? RunPhase.Pending;
        printer.Line($"[bold]Run: {Printer.Safe(run.Metadata.Name)}[/]");
        printer.Line($"Agent: {Printer.Safe(spec.AgentRef)} | Phase: {Wording.Phase(phase.ToString())} | Trigger: {Wire.Name(spec.Trigger)}");
        printer.Line($"Model: {Printer.Safe(ModelLabel.Of(spec.ModelUsed))}");
        if (spec.Task is not null || spec.Target is not null)
        {
            printer.Line($"Task: {Printer.Safe(spec.Task ?? "as scheduled")} | Target: {Printer.Safe(spec.Target ?? "all")}");
        }

        if (spec.UndoOf is { } undone)
        {
            printer.Line($"{(spec.DryRun == true ? "Dry run of an undo of" : "Undo of")}: {Printer.Safe(undone)}");
        }

        var usage = status?.Usage ?? new UsageSummary();
        printer.Line($"Iterations: {usage.Iterations} | Tokens: {usage.TotalTokens} | Duration: {Amounts.Duration(TimeSpan.FromMilliseconds(usage.WallClockMs))}");
        if (status?.Guardrails is { BudgetUsed: { } budget } guardrails)
        {
            printer.Line($"Autonomy: {Printer.Safe(guardrails.AutonomyCeiling ?? "-")} | Budget: {budget.IterationsUsed}/{budget.MaxIterations} iterations, {budget.TokenBudget} token budget");
        }

        if (!string.IsNullOrEmpty(status?.Message ?? spec.Problem))
        {
            printer.Line($"{(status?.Reason is { } reason ? Printer.Safe(reason) + ": " : "")}{Printer.Safe(status?.Message ?? spec.Problem)}");
        }
    }

    private static void WriteActions(IReadOnlyList<ActionRecord> actions, Printer printer, IReadOnlyList<string> further)
    {
        printer.Line();
        printer.Line($"[bold]Actions ({actions.Count + further.Count}):[/]");
        foreach (var action in actions)
        {
            printer.Line($"{action.Seq,3}. {Wording.Icon(action.Status)} {Printer.Safe(action.Tool)} {Printer.Safe(Terminal.OneLine(action.Target, TargetLength))}");
            if (action.Status is not ActionStatus.Executed)
            {
                printer.Text($"{Wire.Name(action.Status)} ({Wire.Name(action.Tier)}): {action.Reason ?? "no reason recorded"}{(action.Message is null ? "" : " — " + action.Message)}", "        ");
            }
        }

        foreach (var line in further)
        {
            printer.Line($"  {line}");
        }
    }

    private static void WriteOutcome(LegatorRun run, Printer printer)
    {
        if (run.Status?.Findings is { Count: > 0 } findings)
        {
            printer.Line();
            printer.Line($"[bold]Findings ({findings.Count}):[/]");
            foreach (var finding in findings)
            {
                printer.Line($"  [[{Wire.Name(finding.Severity)}]] {Printer.Safe(finding.Resource is null ? "" : finding.Resource + ": ")}{Printer.Safe(finding.Message)}");
            }
        }

        if (!string.IsNullOrWhiteSpace(run.Status?.Report))
        {
            printer.Line();
            printer.Line("[bold]Report:[/]");
            printer.Text(run.Status.Report, "  ");
        }
    }
}
