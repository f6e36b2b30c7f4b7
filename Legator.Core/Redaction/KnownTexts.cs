using System.Buffers;
using System.Runtime.InteropServices;

namespace Legator.Core.Redaction;

/// <summary>Finds many texts in one pass, and what is left of them where a text was cut. Where two overlap, both are found as one.</summary>
internal sealed class KnownTexts
{
    // Fewer characters beside a cut say nothing.
    private const int ShortestRest = 4;

    private readonly string[] _texts;
    private readonly SearchValues<string> _search;
    private readonly Lazy<HashSet<long>> _rests;

    public KnownTexts(IEnumerable<string> texts)
    {
        _texts = [.. texts.Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length)];
        _search = SearchValues.Create(_texts, StringComparison.Ordinal);
        _rests = new(() => [.. _texts.SelectMany(Rests)]);
    }

    /// <summary>The places of known texts, in order and apart.</summary>
    public List<Range> Find(string text)
    {
        var found = new List<Range>();
        for (var at = Next(text, 0); at >= 0; at = Next(text, found[^1].End.Value))
        {
            found.Add(at..End(text, at));
        }

        return Redactor.IsCut(text) ? Joined(found.Concat(BesideCuts(text))) : found;
    }

    /// <summary>The same places in order and apart.</summary>
    public static List<Range> Joined(IEnumerable<Range> places)
    {
        var joined = new List<Range>();
        foreach (var place in places.OrderBy(p => p.Start.Value))
        {
            if (joined is [.., var last] && place.Start.Value <= last.End.Value)
            {
                joined[^1] = last.Start.Value..Math.Max(last.End.Value, place.End.Value);
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }

    private static IEnumerable<long> Rests(string text) =>
        text.Length < ShortestRest ? [] : Enumerable.Range(0, text.Length - ShortestRest + 1).Select(at => Rest(text.AsSpan(at)));

    private static long Rest(ReadOnlySpan<char> text) => MemoryMarshal.Cast<char, long>(text[..ShortestRest])[0];

    private static IEnumerable<(int At, int After)> Cuts(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] == Redactor.Cut ? 1 : text[at] == '.' && string.CompareOrdinal(text, at, "...", 0, 3) == 0 ? 3 : 0;
            if (length > 0)
            {
                yield return (at, at + length);
                at += length - 1;
            }
        }
    }

    private IEnumerable<Range> BesideCuts(string text)
    {
        foreach (var (cut, after) in Cuts(text))
        {
            if (cut >= ShortestRest && _rests.Value.Contains(Rest(text.AsSpan(cut - ShortestRest))) && LongestBeginning(text.AsSpan(0, cut)) is > 0 and var before)
            {
                yield return (cut - before)..cut;
            }

            if (text.Length - after >= ShortestRest && _rests.Value.Contains(Rest(text.AsSpan(after))) && LongestEnd(text.AsSpan(after)) is > 0 and var rest)
            {
                yield return after..(after + rest);
            }
        }
    }

    /// <summary>How many characters at the end of a text are the beginning of a known one.</summary>
    private int LongestBeginning(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var known in _texts)
        {
            for (var length = Math.Min(known.Length - 1, text.Length); length > longest && length >= ShortestRest; length--)
            {
                if (text.EndsWith(known.AsSpan(0, length), StringComparison.Ordinal))
                {
                    longest = length;
                }
            }
        }

        return longest;
    }

    /// <summary>How many characters at the beginning of a text are the end of a known one.</summary>
    private int LongestEnd(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var known in _texts)
        {
            for (var length = Math.Min(known.Length - 1, text.Length); length > longest && length >= ShortestRest; length--)
            {
                if (text.StartsWith(known.AsSpan(known.Length - length), StringComparison.Ordinal))
                {
                    longest = length;
                }
            }
        }

        return longest;
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
