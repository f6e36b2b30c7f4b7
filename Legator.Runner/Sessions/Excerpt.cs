using System.Text;

namespace Legator.Runner.Sessions;

/// <summary>The beginning and the end of a text, where the whole does not fit.</summary>
internal static class Excerpt
{
    /// <param name="text">The text.</param>
    /// <param name="most">Most bytes in UTF-8 that are left of it, besides the sentence that says so; null for all of it.</param>
    public static string Of(string text, int? most)
    {
        if (most is not { } limit || Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= limit)
        {
            return text;
        }

        var (head, tail) = (Length(text.EnumerateRunes(), limit * 2 / 3), Length(text.EnumerateRunes().Reverse(), limit / 3));
        return $"{text.AsSpan(0, head)}\n[{Encoding.UTF8.GetByteCount(text.AsSpan(head, text.Length - head - tail))} bytes are left out here; ask for less to see them]\n{text.AsSpan(text.Length - tail)}";
    }

    /// <summary>So many characters fit.</summary>
    private static int Length(IEnumerable<Rune> runes, int most)
    {
        var (size, count) = (0, 0);
        foreach (var rune in runes)
        {
            size += rune.Utf8SequenceLength;
            if (size > most)
            {
                break;
            }

            count += rune.Utf16SequenceLength;
        }

        return count;
    }
}
