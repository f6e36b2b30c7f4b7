using System.Globalization;
using Legator.Cli.Output;
using Spectre.Console;

namespace Legator.Cli.Guardrails;

/// <summary>Shows a scorecard to people: what went wrong, line by line, then the sums.</summary>
internal static class ScorecardView
{
    public static void Print(Scorecard card, IAnsiConsole console)
    {
        foreach (var bad in card.Cases.Where(c => c.Grade != CaseGrade.Right))
        {
            var colour = bad.Grade == CaseGrade.FalseAlarm ? "yellow" : "red";
            console.MarkupLine($"[{colour}]{Name(bad.Grade),-11}[/] {Printer.Safe($"{bad.File}:{bad.Number}")} {Printer.Safe(bad.Id)} (labelled {bad.Group}) {Printer.Safe(bad.Message)}");
        }

        var table = new Table().Border(TableBorder.None).AddColumns("LABEL", "CASES", "RIGHT", "MISSES", "FALSE ALARMS", "RATE");
        foreach (var group in card.Cases.GroupBy(c => c.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            AddRow(table, group.Key, [.. group]);
        }

        AddRow(table, "all", card.Cases);
        console.Write(table);
        console.MarkupLine(card.Cases.Count == 0 ? "[red]there are no cases[/]"
            : $"{card.Count(CaseGrade.Miss)} misses, {card.Count(CaseGrade.FalseAlarm)} false alarms, {card.Count(CaseGrade.Broken)} broken lines in {card.Cases.Count} cases");
    }

    private static void AddRow(Table table, string label, IReadOnlyList<GradedCase> cases)
    {
        int Count(CaseGrade grade) => cases.Count(c => c.Grade == grade);
        var alarms = Count(CaseGrade.FalseAlarm);
        table.AddRow(
            label, Text(cases.Count), Text(Count(CaseGrade.Right)), Text(Count(CaseGrade.Miss)), Text(alarms),
            cases.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * alarms / cases.Count:F1} %"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(CaseGrade grade) => grade switch
    {
        CaseGrade.Miss => "MISS",
        CaseGrade.FalseAlarm => "false alarm",
        _ => "BROKEN",
    };
}
