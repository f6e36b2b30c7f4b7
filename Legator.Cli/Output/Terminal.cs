namespace Legator.Cli.Output;

/// <summary>Text that came from models, tools or people elsewhere, made harmless for a terminal.</summary>
internal static class Terminal
{
    /// <summary>Leaves line breaks and tabs, and shows every other control character as a visible sign: none can move the cursor, recolour or retitle the window.</summary>
    public static string Clean(string text) =>
        text.Any(IsHarmful) ? string.Concat(text.Select(c => IsHarmful(c) ? Visible(c) : c)) : text;

    /// <summary>One line of at most <paramref name="length"/> characters.</summary>
    public static string OneLine(string text, int length)
    {
        var line = Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return line.Length <= length ? line : line[..(length - 1)] + "…";
    }

    private static bool IsHarmful(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';

    private static char Visible(char c) => c < ' ' ? (char)(0x2400 + c) : '\ufffd';
}
