using System.Buffers;
using System.Text;

namespace Legator.Core.Redaction;

/// <summary>Finds many texts in one pass and puts the mark in their place; where two overlap, the mark takes the place of both.</summary>
internal sealed class KnownTexts
{
    private readonly string[] _texts;
    private readonly SearchValues<string> _search;

    public KnownTexts(IEnumerable<string> texts)
    {
        _texts = [.. texts.Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length)];
        _search = SearchValues.Create(_texts, StringComparison.Ordinal);
    }

    public string Remove(string text)
    {
        var at = text.AsSpan().IndexOfAny(_search);
        if (at < 0)
        {
            return text;
        }

        var (kept, from) = (new StringBuilder(text.Length), 0);
        for (; at >= 0; at = Next(text, from))
        {
            kept.Append(text, from, at - from).Append(Redactor.Mark);
            from = End(text, at);
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>How many characters at the end of a text are the beginning of a known one.</summary>
    public int LongestBeginningAtEnd(string text) => _texts.Max(known => LongestBeginningAtEnd(text, known));

    private static int LongestBeginningAtEnd(string text, string known)
    {
        for (var length = Math.Min(known.Length - 1, text.Length); length > 0; length--)
        {
            if (text.AsSpan(text.Length - length).SequenceEqual(known.AsSpan(0, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private int Next(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny(_search);
        return next < 0 ? -1 : from + next;
    }

    private int End(string text, int at)
    {
        var end = at + LongestAt(text, at);
        for (var next = at + 1; next < end; next++)
        {
            end = Math.Max(end, next + LongestAt(text, next));
        }

        return end;
    }

    private int LongestAt(string text, int at)
    {
        foreach (var known in _texts)
        {
            if (text.AsSpan(at).StartsWith(known, StringComparison.Ordinal))
            {
                return known.Length;
            }
        }

        return 0;
    }
}
