using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>One text that people wrote, in sentences: of paragraphs, list items and cells of tables.</summary>
internal sealed partial class AuthoredPassages
{
    private AuthoredPassages(IReadOnlyList<AuthoredPassage> all) => All = all;

    public IReadOnlyList<AuthoredPassage> All { get; }

    /// <param name="text">The text.</param>
    /// <param name="isOrder">It is the run's own task.</param>
    public static AuthoredPassages Of(string text, bool isOrder = false)
    {
        var all = new List<AuthoredPassage>();
        var forbidden = false;
        var blocks = Blocks().Split(text);
        var others = RowsOfOthers(blocks);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].TrimStart().StartsWith('#'))
            {
                forbidden = Forbidding().IsMatch(blocks[i]) && !Symptom().IsMatch(blocks[i]);
                continue;
            }

            all.AddRange(Struck().Matches(blocks[i]).Select(struck => new AuthoredPassage(struck.Value, forbidden: true)));
            all.AddRange(PartsOf(Struck().Replace(blocks[i], " ")).Select(part => new AuthoredPassage(part.Text, forbidden || others.Contains(i) || part.IsQuoted, isOrder)));
        }

        return new AuthoredPassages(all);
    }

    // What others wrote, and people quote, asks for nothing.
    private static IEnumerable<(string Text, bool IsQuoted)> PartsOf(string block)
    {
        var from = 0;
        foreach (var quote in Quotes().Matches(block).Where(q => new AuthoredPassage(q.Groups["said"].Value, forbidden: false).Terms.Any(t => IntentWords.Of(t).Intent != Intent.None)))
        {
            foreach (var sentence in Sentences().Split(block[from..quote.Groups["said"].Index]).Where(s => !string.IsNullOrWhiteSpace(s)))
            {
                yield return (sentence, false);
            }

            yield return (quote.Groups["said"].Value, true);
            from = quote.Groups["said"].Index + quote.Groups["said"].Length;
        }

        foreach (var sentence in Sentences().Split(block[from..]).Where(s => !string.IsNullOrWhiteSpace(s)))
        {
            yield return (sentence, false);
        }
    }

    // Where some rows of a table are for "you", the others are for somebody else. In the head of the table it is what a column tells.
    private static HashSet<int> RowsOfOthers(string[] blocks)
    {
        var others = new HashSet<int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            var from = i;
            while (i < blocks.Length && blocks[i].TrimStart().StartsWith('|'))
            {
                i++;
            }

            from += from + 1 < i && Rule().IsMatch(blocks[from + 1]) ? 1 : 0;
            var rows = Enumerable.Range(from, i - from).ToLookup(row => blocks[row].Split('|').Any(cell => cell.Trim(' ', '*', '_', '`').Equals("you", StringComparison.OrdinalIgnoreCase)));
            others.UnionWith(rows[true].Any() ? rows[false] : []);
        }

        return others;
    }

    /// <summary>True where the text puts a name into a place, or names it and says nothing of its place.</summary>
    public bool Puts(string name, string? place, Func<string, bool> isPlace)
    {
        var (named, placed) = (false, false);
        foreach (var passage in All)
        {
            if (!passage.Forbids && passage.Names(name))
            {
                named = true;
                foreach (var found in passage.PlacesOf(name, isPlace))
                {
                    if (place is null || found.Equals(place, StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }

                    placed = true;
                }
            }
        }

        return named && !placed;
    }

    /// <summary>True where the text says nothing of places, or has this one among them.</summary>
    public bool Reaches(string? place, Func<string, bool> isPlace)
    {
        var places = All.Where(p => !p.Forbids).SelectMany(p => p.Places(isPlace)).ToList();
        return place is null || places.Count == 0 || places.Contains(place, StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]|\||#)\s?)|(?<=(?:^|\n)\s*#[^\n]*)\n")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(?<=[.!?;])\s+|(?<=[.!?][""”»])\s+(?!(?:and|or|then|und|to|in|on|with)\b)")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:never|not|don't|forbidden|prohibited|avoid|taboo|off[ -]limits|out of scope|hands off)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidding();

    // "web does not answer" is what is the matter, not what may not be done.
    [GeneratedRegex(@"\b(?:does|did) not\b|\bnot (?:ready|responding|answering|running|reachable|available|healthy|starting|working)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Symptom();

    [GeneratedRegex(@"^\s*\|[\s|:-]+\|?\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"~~.+?~~|<(?<tag>del|s|strike)>.*?</\k<tag>>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Struck();

    [GeneratedRegex(@"\b(?:e-?mail|mail|wrote|said|ticket|letter|chat|told)\b[^""“„\n]{0,60}[""“„](?<said>[^""”“]{12,})[""”“]", RegexOptions.IgnoreCase)]
    private static partial Regex Quotes();
}
