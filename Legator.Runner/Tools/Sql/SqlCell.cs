using System.Globalization;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Sql;

/// <summary>The beginning of one value.</summary>
/// <param name="Text">As the server writes it; null for NULL.</param>
/// <param name="IsCut">There was more of it.</param>
/// <param name="IsBinary">The text is bytes in hexadecimal digits, which nobody can take for something else.</param>
internal readonly record struct SqlCell(string? Text, bool IsCut = false, bool IsBinary = false)
{
    /// <summary>A value that the driver read as a whole.</summary>
    public static SqlCell Of(object? value, int most) => value switch
    {
        null or DBNull => new SqlCell(null),
        string text => Cut(text, most),
        byte[] bytes => new SqlCell($"\\x{Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, most / 2)))}", bytes.Length > most / 2, IsBinary: true),
        IFormattable number => Cut(number.ToString(null, CultureInfo.InvariantCulture), most),
        _ => Cut(value.ToString() ?? "", most),
    };

    /// <summary>The beginning of a text, not cut inside a character.</summary>
    public static SqlCell Cut(string text, int most) =>
        text.Length <= most ? new SqlCell(text) : new SqlCell(text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)], IsCut: true);

    // A tab or a line break in a value must not look like another cell or row.
    public static string Clean(string text) =>
        text.AsSpan().IndexOfAny("\\\t\n\r") < 0 ? text
        : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    public string Write(Redactor redactor)
    {
        if (Text is null)
        {
            return "NULL";
        }

        var text = IsCut ? redactor.RedactCut(Text) : Text;
        return (IsBinary ? text : Clean(text)) + (IsCut ? "…" : "");
    }
}
