namespace Legator.Tests.ModelStandIn;

/// <summary>Texts as models write them: a few characters at a time.</summary>
internal static class StreamPieces
{
    private const int Length = 7;

    /// <summary>Pieces of a text, none of which ends within a character.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(Length, text.Length - at);
            length += char.IsHighSurrogate(text[at + length - 1]) && at + length < text.Length ? 1 : 0;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    public static string Event(string data, string? name = null) => (name is null ? "" : $"event: {name}\n") + $"data: {data}\n\n";
}
