using System.Collections.Frozen;
using System.Globalization;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>Tells in a sentence the numbers that are to be counts of replicas from those of its conditions, limits and units.</summary>
internal static class AskedCount
{
    // "Keep web at 3" asks for a scale, where it says the number.
    public static readonly string[] Keeping = ["keep", "keeps", "hold", "holds", "need", "needs", "want", "wants"];

    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly FrozenSet<string> Replicas = Set("replicas replica copies copy instances instance pods");
    private static readonly FrozenSet<string> Bounds = Set("maximum minimum max min replicas replica copies instances");
    private static readonly FrozenSet<string> Conditions =
        Set("if when where whenever wherever once while unless until till after before than above below over under exceeds exceed exceeding beyond longer more less fewer greater reaches reached by has have had times");

    private static readonly FrozenSet<string> Behind =
        Set("replicas replica copies copy instances instance pods and or to when if while where whenever in for once as after until on at each every during before unless with again then instead max maximum minimum only first now please from afterwards afterward daily nightly today tonight");

    private static readonly FrozenSet<string> GoingOn = Set("and or to then up down back at with between replicas replica copies instances maximum minimum max min");
    private static readonly FrozenSet<string> Leading = Set("to at and or between of most least");

    /// <summary>True where the sentence gives this number, in digits or letters, as a count.</summary>
    public static bool Gives(AuthoredPassage passage, string number) => Places(passage, number).Any(at => IsCount(passage, at));

    /// <summary>True where the sentence gives bounds for a count, and the number lies within them.</summary>
    public static bool Spans(AuthoredPassage passage, string number)
    {
        var terms = passage.Terms;
        for (var i = 0; i + 2 < terms.Count; i++)
        {
            var to = terms[i + 1] == "up" && terms[i + 2] == "to" ? i + 3 : terms[i + 1] is "and" or "to" or "or" ? i + 2 : terms.Count;
            if (to < terms.Count && Value(terms[i]) is { } least && Value(terms[to]) is { } most && Value(number) is { } value && value >= least && value <= most && IsCount(passage, to))
            {
                return true;
            }
        }

        return Bound(terms, "min", "minimum", "least") is { } low && Bound(terms, "max", "maximum", "most") is { } high && Value(number) is { } between && between >= low && between <= high;
    }

    // "min 2, max 6"; nothing but "of" or "is" may stand before the number.
    private static int? Bound(IReadOnlyList<string> terms, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (words.Contains(terms[i].ToLowerInvariant()))
            {
                return Value(terms[i + 1]) ?? (i + 2 < terms.Count && terms[i + 1] is "of" or "is" ? Value(terms[i + 2]) : null);
            }
        }

        return null;
    }

    /// <summary>Where the sentence has this number, in digits or letters.</summary>
    public static IEnumerable<int> Places(AuthoredPassage passage, string number)
    {
        var word = Value(number) is { } value && value < Digits.Length && value != 1 ? Digits[value] : number;
        return Enumerable.Range(0, passage.Terms.Count).Where(i => passage.Terms[i] == number || passage.Terms[i].Equals(word, StringComparison.OrdinalIgnoreCase)
            || (number == "1" && passage.Terms[i].ToLowerInvariant() is "one" or "single" && IsOfReplicas(passage, i)));
    }

    /// <summary>True for a number right before what it counts, that is replicas.</summary>
    public static bool IsOfReplicas(AuthoredPassage passage, int at) => at + 1 < passage.Terms.Count && !passage.BreaksAt(at + 1) && Replicas.Contains(passage.Terms[at + 1]);

    // Back from the number, a word that asks for a count must stand before any that begins a condition.
    private static bool IsCount(AuthoredPassage passage, int at)
    {
        var terms = passage.Terms;
        var after = at + 1 < terms.Count && !passage.BreaksAt(at + 1) ? terms[at + 1] : null;
        if (after is not null && !Behind.Contains(after))
        {
            return false;
        }

        for (var i = at - 1; i >= 0; i--)
        {
            if (passage.BreaksAt(i + 1))
            {
                return i + 1 == at ? Bounds.Contains(terms[i]) : GoingOn.Contains(terms[i + 1]);
            }

            if (Conditions.Contains(terms[i]))
            {
                return false;
            }

            if (Keeping.Contains(terms[i], StringComparer.OrdinalIgnoreCase) || (IntentWords.Of(terms[i]).Intent & Intent.Scale) != 0)
            {
                return true;
            }
        }

        return (after is not null && Replicas.Contains(after)) || (at > 0 && (Leading.Contains(terms[at - 1]) || Bounds.Contains(terms[at - 1])));
    }

    private static int? Value(string term) => int.TryParse(term, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
