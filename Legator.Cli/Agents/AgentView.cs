using System.Globalization;
using Legator.Cli.Output;
using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Cli.Agents;

/// <summary>Agents for people.</summary>
internal static class AgentView
{
    private static readonly string[] NoHeaders = [];

    public static void WriteList(AgentList list, Printer printer, string? inNamespace)
    {
        if (list.Agents.Count == 0)
        {
            printer.Line($"No agents{(inNamespace is null ? "" : $" in namespace {Printer.Safe(inNamespace)}")}. Apply one: kubectl apply -f examples/quickstart/");
            return;
        }

        // A namespace column only where it tells something.
        var several = list.Agents.Select(a => a.Namespace).Distinct().Count() > 1;
        var table = new TextTable([.. several ? ["NAMESPACE"] : NoHeaders, "NAME", "PHASE", "AUTONOMY", "SCHEDULE", "RUNS", "LAST RUN"]) { Optional = ["RUNS", "AUTONOMY"] };
        foreach (var agent in list.Agents)
        {
            table.Row([
                .. several ? [agent.Namespace] : Array.Empty<Cell>(),
                agent.Name,
                Wording.PhaseCell(agent.Phase),
                agent.Autonomy,
                agent.Schedule.Length == 0 ? "on request" : agent.Schedule,
                Cell.Number(agent.Runs),
                Amounts.Age(agent.LastRunTime, printer.Now),
            ]);
        }

        table.Write(printer);
        foreach (var agent in list.Agents.Where(a => a.Message is not null && a.Phase is not ("Ready" or "Running")))
        {
            printer.Line($"[yellow]⚠[/] {Printer.Safe(agent.Name)}: {Printer.Safe(agent.Message)}");
        }
    }

    public static void Write(LegatorAgent agent, Printer printer)
    {
        var (spec, status) = (agent.Spec, agent.Status);
        printer.Line($"{(spec.Emoji is null ? "" : Printer.Safe(spec.Emoji) + " ")}[bold]{Printer.Safe(agent.Metadata.Name)}[/] ({Printer.Safe(agent.Metadata.Namespace)})");
        printer.Text(spec.Description);
        printer.Line();
        Field(printer, "Phase", Wording.Phase((status?.Phase ?? AgentPhase.Pending).ToString()));
        Field(printer, "Autonomy", Printer.Safe(Wire.Name(spec.Guardrails.Autonomy)));
        Field(printer, "Schedule", Printer.Safe(Schedule(spec.Schedule)));
        Field(printer, "Next run", status?.NextRunTime is { } next ? Amounts.Until(next, printer.Now) : "-");
        Field(printer, "Environment", Printer.Safe(spec.EnvironmentRef));
        Field(printer, "Model tier", $"{Printer.Safe(Wire.Name(spec.Model.Tier))} ({Amounts.Tokens(spec.Model.TokenBudget)} tokens a run)");
        Field(printer, "Max turns", spec.Guardrails.MaxIterations.ToString(CultureInfo.InvariantCulture));
        Field(printer, "Skills", Printer.Safe(string.Join(", ", spec.Skills.Select(s => s.Name))));
        Field(printer, "Runs", $"{status?.RunCount ?? 0}" + (status?.ConsecutiveFailures > 0 ? $" (the last {status.ConsecutiveFailures} did not succeed)" : ""));
        Field(printer, "Last run", status?.LastRunName is { } last ? $"{Printer.Safe(last)} {Amounts.Age(status.LastRunTime, printer.Now)}" : "-");
        Conditions(status?.Conditions ?? [], printer);
    }

    private static void Conditions(IReadOnlyList<Condition> conditions, Printer printer)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        printer.Line();
        printer.Line("[bold]Conditions[/]");
        foreach (var condition in conditions)
        {
            var sign = condition.Status == "True" ? "[green]✓[/]" : "[yellow]⚠[/]";
            printer.Line($"  {sign} {Printer.Safe(condition.Type)}: {Printer.Safe(condition.Reason)}");
            if (condition.Message.Length > 0)
            {
                printer.Text(condition.Message, "      ");
            }
        }
    }

    private static string Schedule(ScheduleSpec schedule) => schedule switch
    {
        { Cron: { Length: > 0 } cron } => schedule.Timezone == "UTC" ? cron : $"{cron} ({schedule.Timezone})",
        { Interval: { Length: > 0 } interval } => $"every {interval}",
        _ => "on request",
    };

    private static void Field(Printer printer, string name, string markup) => printer.Line($"{name + ":",-13} {markup}");
}
