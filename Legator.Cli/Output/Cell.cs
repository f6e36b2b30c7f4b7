namespace Legator.Cli.Output;

/// <summary>A cell of a table: text from anywhere, and a colour of ours.</summary>
/// <param name="Text">One line; what could move the cursor is taken out.</param>
/// <param name="Colour">A colour's name; null for the terminal's own.</param>
internal sealed record Cell(string Text, string? Colour = null)
{
    public static implicit operator Cell(string text) => new(Terminal.OneLine(text, int.MaxValue));

    public static Cell Number(long number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
