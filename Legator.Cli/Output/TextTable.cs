using Spectre.Console;

namespace Legator.Cli.Output;

/// <summary>Columns without rules, as kubectl prints them; where the window is too narrow the widest cells are cut, never wrapped.</summary>
internal sealed class TextTable
{
    private readonly Table table = new Table().NoBorder().HideHeaders();
    private readonly List<string> headers;

    public TextTable(params string[] headers)
    {
        this.headers = [.. headers];
        foreach (var _ in headers)
        {
            table.AddColumn(new TableColumn("").NoWrap().PadLeft(0).PadRight(2));
        }

        table.Columns[^1].PadRight(0);
        Row([.. headers.Select(h => $"[bold]{h}[/]")]);
    }

    /// <summary>Adds a row of markup.</summary>
    public void Row(params string[] cells)
    {
        if (cells.Length != headers.Count)
        {
            throw new ArgumentException($"The table has {headers.Count} columns, the row {cells.Length}.", nameof(cells));
        }

        table.AddRow([.. cells.Select(cell => new Markup(cell).Overflow(Overflow.Ellipsis))]);
    }

    public void Write(Printer printer) => printer.Console.Write(table);
}
