namespace Legator.Cli.Output;

/// <summary>Columns without rules, as kubectl prints them. Where the window is too narrow, optional columns go first, then the widest cells are cut; nothing wraps.</summary>
internal sealed class TextTable(params string[] headers)
{
    private const int Gap = 2;
    private const int Narrowest = 8;

    private readonly List<Cell[]> rows = [[.. headers.Select(h => new Cell(h, "bold"))]];

    /// <summary>Headers of columns that may be left out, the least important first.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    public void Row(params Cell[] cells)
    {
        if (cells.Length != headers.Length)
        {
            throw new ArgumentException($"The table has {headers.Length} columns, the row {cells.Length}.", nameof(cells));
        }

        rows.Add(cells);
    }

    public void Write(Printer printer)
    {
        var widths = headers.Select((_, i) => rows.Max(r => r[i].Text.Length)).ToArray();
        var shown = Fit(widths, printer.Console.Profile.Width);
        foreach (var row in rows)
        {
            printer.Line(string.Concat(shown.Select(i => Markup(row[i], widths[i], last: i == shown[^1]))));
        }
    }

    private List<int> Fit(int[] widths, int room)
    {
        List<int> shown = [.. Enumerable.Range(0, headers.Length)];
        int Needed() => shown.Sum(i => widths[i] + Gap) - Gap;
        foreach (var column in Optional.Select(name => Array.IndexOf(headers, name)).TakeWhile(_ => Needed() > room))
        {
            shown.Remove(column);
        }

        while (Needed() > room && shown.MaxBy(i => widths[i]) is var widest && widths[widest] > Narrowest)
        {
            widths[widest]--;
        }

        return shown;
    }

    private static string Markup(Cell cell, int width, bool last)
    {
        var text = cell.Text.Length <= width ? cell.Text : cell.Text[..(width - 1)] + "…";
        var safe = Spectre.Console.Markup.Escape(text);
        var coloured = cell.Colour is null ? safe : $"[{cell.Colour}]{safe}[/]";
        return last ? coloured : coloured + new string(' ', width - text.Length + Gap);
    }
}
