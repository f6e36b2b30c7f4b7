using Spectre.Console;

namespace Legator.Cli.Output;

/// <summary>Columns without rules, as kubectl prints them; where the window is too narrow the widest cells are cut, never wrapped.</summary>
internal sealed class TextTable
{
    private readonly Table _table = new Table().NoBorder().HideHeaders();
    private readonly List<string> _headers;

    public TextTable(params string[] headers)
    {
        _headers = [.. headers];
        foreach (var _ in headers)
        {
            _table.AddColumn(new TableColumn("").NoWrap().PadLeft(0).PadRight(2));
        }

        _table.Columns[^1].PadRight(0);
        Row([.. headers.Select(h => $"[bold]{h}[/]")]);
    }

    /// <summary>Adds a row of markup.</summary>
    public void Row(params string[] cells)
    {
        if (cells.Length != _headers.Count)
        {
            throw new ArgumentException($"The table has {_headers.Count} columns, the row {cells.Length}.", nameof(cells));
        }

        _table.AddRow([.. cells.Select(cell => new Markup(cell).Overflow(Overflow.Ellipsis))]);
    }

    public void Write(Printer printer) => printer.Console.Write(_table);
}
