using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance;

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
        foreach (var block in Blocks().Split(text))
        {
            if (block.TrimStart().StartsWith('#'))
            {
                forbidden = Forbidding().IsMatch(block);
                continue;
            }

            foreach (var sentence in Sentences().Split(block))
            {
                if (!string.IsNullOrWhiteSpace(sentence))
                {
                    all.Add(new AuthoredPassage(sentence, forbidden, isOrder));
                }
            }
        }

        return new AuthoredPassages(all);
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

    [GeneratedRegex(@"(?<=[.!?;])\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:never|not|don't|forbidden|prohibited|avoid|taboo|off[ -]limits|out of scope|hands off)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidding();
}
