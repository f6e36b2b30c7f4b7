using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>Tells where a sentence asks to keep something well, in no other words: <c>Keep web healthy</c>. That is asking for a restart, which takes nothing away, and for nothing else.</summary>
internal static class AskedUpkeep
{
    private const int Near = 12;

    private static readonly FrozenSet<string> Keeping = Set("keep keeps keeping ensure ensures ensuring make makes making");
    private static readonly FrozenSet<string> Well = Set("healthy alive running available online up well");
    private static readonly FrozenSet<string> Behind = Set("and in at all");
    private static readonly FrozenSet<string> Ending = Set("if when where whenever wherever unless until while without with for from to by as once after before");

    /// <summary>True where the term is the verb of such a wish.</summary>
    public static bool IsAt(AuthoredPassage passage, int at)
    {
        var terms = passage.Terms;
        if (!Keeping.Contains(terms[at]))
        {
            return false;
        }

        for (var i = at + 1; i < terms.Count && i <= at + Near && !passage.BreaksAt(i) && !Ending.Contains(terms[i]); i++)
        {
            if (Well.Contains(terms[i]))
            {
                return i + 1 == terms.Count || passage.BreaksAt(i + 1) || Behind.Contains(terms[i + 1]);
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
