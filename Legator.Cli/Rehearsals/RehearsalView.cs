using Legator.Cli.Output;
using Legator.Core.Guardrails;
using Legator.Core.Skills;
using Legator.Runner.Rehearsals;

namespace Legator.Cli.Rehearsals;

/// <summary>A rehearsal for people.</summary>
internal sealed class RehearsalView(Printer printer, bool withReports)
{
    private const int MostOfAnAction = 90;

    public void Write(RehearsalScript script, RehearsalReport report, int leastCoverage)
    {
        printer.Line($"[bold]Rehearsal of {Printer.Safe(report.Skill)}[/], judged by the gate; no model, no cluster, no network: tools answer what is written down.");
        printer.Line($"Agent: {Printer.Safe(script.Agent)}");
        printer.Line($"Environment: {Printer.Safe(script.Environment)}");
        foreach (var note in script.Notes)
        {
            printer.Line($"[yellow]Note:[/] {Printer.Safe(note)}");
        }

        foreach (var (index, scene) in report.Scenes.Index())
        {
            printer.Line();
            WriteScene(scene, $"Scene {index + 1} of {report.Scenes.Count}");
        }

        printer.Line();
        WriteCoverage(report);
        printer.Line();
        WriteResult(report, leastCoverage);
    }

    private void WriteScene(PlayedScene scene, string number)
    {
        printer.Line($"[bold]{number}: {Printer.Safe(scene.Name)}[/]{(scene.LeftOut is null ? $" (autonomy {Wire.Name(scene.Autonomy)})" : "")}");
        if (scene.LeftOut is { } why)
        {
            printer.Line($"  left out: {Printer.Safe(why)}");
            return;
        }

        if (scene.Task is { } task)
        {
            printer.Line($"  asked to: {Printer.Safe(task)}");
        }

        foreach (var call in scene.Calls)
        {
            WriteCall(call);
        }

        if (scene.Calls.Count(call => call.Unanswered) is var unanswered and > 0)
        {
            printer.Line($"  [yellow]{unanswered} without an answer[/]: nothing is written down that the tool answers. Write 'answer' at the call, or an entry in 'answers' or in a file in fixtures.");
        }

        printer.Line($"  The run ends as {Wording.Phase(scene.Phase)}: {Printer.Safe(scene.Ending)}");
        if (withReports)
        {
            printer.Text(scene.Report, "    | ");
        }

        foreach (var deviation in scene.Deviations)
        {
            printer.Line($"  [red]NOT AS EXPECTED:[/] {Printer.Safe(deviation)}");
        }
    }

    private void WriteCall(PlayedCall call)
    {
        var (icon, word, colour) = call.Verdict switch
        {
            VerdictOutcome.Allow => ("✅", "allowed", "green"),
            VerdictOutcome.NeedsApproval => ("⏳", "asked  ", "yellow"),
            _ => ("🚫", "blocked", "red"),
        };
        var actions = call.Actions.Count > 0 ? string.Join("; ", call.Actions) : call.Arguments.GetRawText();
        printer.Line($"  {icon} [{colour}]{word}[/]  {Printer.Safe(call.Tool)}  {Spectre.Console.Markup.Escape(Terminal.OneLine(actions, MostOfAnAction))}  [grey]{Wire.Name(call.Tier)}[/]{(call.Unanswered ? "  [yellow](no answer)[/]" : call.Failed ? "  [yellow](fails)[/]" : "")}");
        if (call.Verdict != VerdictOutcome.Allow)
        {
            printer.Line($"       {call.Reason}: {Printer.Safe(call.Message)}");
            WriteWayOut(call);
        }
    }

    private void WriteWayOut(PlayedCall call)
    {
        if (call.Decision is { } decision)
        {
            printer.Line($"       A person {(decision switch { RehearsalDecision.Approve => "says yes, and it is done", RehearsalDecision.Deny => "says no", _ => "does not answer, and the question expires" })}.");
        }
        else if (call.Remedy is { } remedy)
        {
            printer.Line($"       To change that: {Printer.Safe(remedy)}");
        }
    }

    private void WriteCoverage(RehearsalReport report)
    {
        printer.Line($"[bold]Coverage of the action sheet: {report.Coverage.Count(entry => entry.Calls > 0)} of {report.Coverage.Count} entries, {report.Percent} %[/]");
        if (report.Coverage.Count == 0)
        {
            return;
        }

        var table = new TextTable("ENTRY", "TOOL", "TARGETS", "ALLOWED", "ASKED", "BLOCKED") { Optional = ["TARGETS"] };
        foreach (var entry in report.Coverage)
        {
            table.Row(
                entry.Calls > 0 ? entry.Id : new Cell(entry.Id, "yellow"),
                entry.Tool,
                entry.Target ?? "*",
                Count(entry, entry.Allowed),
                Count(entry, entry.Asked),
                Count(entry, entry.Refused));
        }

        table.Write(printer);
    }

    private static Cell Count(CoveredAction entry, int count) => entry.Calls == 0 ? new Cell("never", "yellow") : count == 0 ? new Cell("-", "grey") : Cell.Number(count);

    private void WriteResult(RehearsalReport report, int leastCoverage)
    {
        var deviating = report.Scenes.Count(scene => scene.Deviations.Count > 0);
        var played = report.Scenes.Count(scene => scene.LeftOut is null);
        printer.Line(deviating == 0
            ? $"[green]As expected[/]: {played} {(played == 1 ? "scene" : "scenes")} played{(played < report.Scenes.Count ? $", {report.Scenes.Count - played} left out" : "")}."
            : $"[red]Not as expected[/]: {deviating} of {played} scenes.");
        if (report.Percent < leastCoverage)
        {
            printer.Line($"[red]Too little is exercised[/]: {report.Percent} % of the action sheet's entries, and --min-coverage wants {leastCoverage} %.");
        }
    }
}
