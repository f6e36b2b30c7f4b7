using Legator.Cli.Output;
using Legator.Runner.Replay;

namespace Legator.Cli.Runs;

/// <summary>Replays for people.</summary>
internal static class ReplayView
{
    private const int MostFields = 30;
    private const int HashDigits = 16;

    /// <summary>One run in full.</summary>
    public static void Write(ReplayReport report, Printer printer)
    {
        printer.Line($"Run: {Printer.Safe(report.Run)}");
        printer.Line($"Replay: {Word(report.Outcome)}{Where(report)}");
        printer.Line($"Recorded: {report.Entries} entries{(report.Complete ? "" : " so far")}, hash {report.RecordedHead.Hash[..HashDigits]}… | Replayed: {report.Replayed} entries, hash {report.ReplayedHead.Hash[..HashDigits]}…");
        if (report.ChainProblem is { } problem)
        {
            printer.Line($"[red]The recording was changed:[/] {Printer.Safe(problem)}");
        }

        if (report.Difference is { } difference)
        {
            printer.Line(Printer.Safe(difference.Message));
            WriteFields(difference.Fields, printer);
        }

        foreach (var note in report.Notes)
        {
            printer.Line($"[yellow]Note:[/] {Printer.Safe(note)}");
        }
    }

    /// <summary>One run in a line.</summary>
    public static void WriteLine(ReplayReport report, Printer printer) =>
        printer.Line($"{Word(report.Outcome)}  {Printer.Safe(report.Run)}{Where(report)}{Why(report)}");

    /// <summary>A run that could not be read, in a line.</summary>
    public static void WriteUnreadable(string run, string problem, Printer printer) => printer.Line($"[red]unreadable[/]  {Printer.Safe(run)}: {Printer.Safe(problem)}");

    public static void WriteTotals(ReplayTotals totals, Printer printer) =>
        printer.Line($"{totals.Runs} runs: {totals.Identical} identical, {totals.Different} different, {totals.Altered} altered, {totals.Unreadable} unreadable.");

    private static string Word(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Identical => "[green]identical[/]",
        ReplayOutcome.Different => "[red]different[/]",
        _ => "[red]altered[/]",
    };

    private static string Where(ReplayReport report) => report switch
    {
        { Difference: { } at } => $" at entry {at.Sequence} of {report.Entries} ({Printer.Safe(at.Recorded ?? at.Replayed ?? "nothing")}{(at.Call is { } call ? $", call {Printer.Safe(call)}" : "")}){(at.SeenAt is { } seen ? $", seen at entry {seen}" : "")}",
        { ChainBrokenAt: { } broken } => $" at entry {broken} of {report.Entries}",
        _ => "",
    };

    private static string Why(ReplayReport report) => (report.ChainProblem ?? report.Difference?.Message) is { } why ? $": {Printer.Safe(why)}" : "";

    private static void WriteFields(IReadOnlyList<ReplayedField> fields, Printer printer)
    {
        if (fields.Count == 0)
        {
            return;
        }

        printer.Line();
        var table = new TextTable("FIELD", "RECORDED", "REPLAYED");
        foreach (var field in fields.Take(MostFields))
        {
            table.Row(field.Path, field.Recorded ?? "-", field.Replayed ?? "-");
        }

        table.Write(printer);
        if (fields.Count > MostFields)
        {
            printer.Line($"[grey]{fields.Count - MostFields} more; -o json shows all.[/]");
        }
    }
}
