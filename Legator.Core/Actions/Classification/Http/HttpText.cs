namespace Legator.Core.Actions.Classification.Http;

/// <summary>Text of a request as the far end may come to see it.</summary>
internal static class HttpText
{
    private const int Layers = 4;

    /// <summary>The text without percent signs, also where they were written with percent signs themselves.</summary>
    public static string Unescape(string text)
    {
        for (var layer = 0; layer < Layers && text.Contains('%', StringComparison.Ordinal); layer++)
        {
            var plain = Uri.UnescapeDataString(text);
            if (plain == text)
            {
                break;
            }

            text = plain;
        }

        return text;
    }

    /// <summary>A name or value of a query or form: as <see cref="Unescape"/>, and a plus stands for a blank.</summary>
    public static string UnescapeField(ReadOnlySpan<char> text) =>
        Unescape(text.Contains('+') ? text.ToString().Replace('+', ' ') : text.ToString());
}
