using System.Globalization;
using System.Text;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Text that a server wrote, made fit to be shown: no control characters, nothing that cannot be seen, no half characters, bounded.</summary>
internal static class McpText
{
    /// <param name="text">The server's text.</param>
    /// <param name="most">Most characters.</param>
    public static string Clean(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsShown(rune))
            {
                clean.Append(rune.ToString());
            }

            if (clean.Length > most)
            {
                clean.Length = most - 1 - (char.IsHighSurrogate(clean[most - 2]) ? 1 : 0);
                return clean.Append('…').ToString();
            }
        }

        return clean.ToString();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string text, int most) => Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '), most).Trim();

    // Invisible and direction-changing characters hide words from people that models read.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is '\n' or '\t',
        UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => rune != Rune.ReplacementChar,
    };
}
