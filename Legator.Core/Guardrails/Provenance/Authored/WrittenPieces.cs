namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>Tells a text that stands somewhere as a whole from one that is put together of words from here and there.</summary>
internal static class WrittenPieces
{
    /// <summary>The text with one blank wherever it has any.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True for a single word without any signs around it.</summary>
    public static bool IsWord(string piece)
    {
        foreach (var range in new TextTerms(piece))
        {
            return range.Equals(0..piece.Length);
        }

        return false;
    }

    /// <summary>True where the piece stands in the text and does not end within a word: "shoe" does not stand in "shoes", nor "web" in "web-1".</summary>
    public static bool IsIn(string text, string piece)
    {
        for (var at = text.IndexOf(piece, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(piece, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!GoesOn(text, at) && !GoesOnBehind(text, at + piece.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(string text, int at) => at > 0 && char.IsLetterOrDigit(text[at]) && (char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] is '-' or '_' or '.' && at > 1 && char.IsLetterOrDigit(text[at - 2])));

    private static bool GoesOnBehind(string text, int end) => end < text.Length && char.IsLetterOrDigit(text[end - 1])
        && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '_' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));
}
