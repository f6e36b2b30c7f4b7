using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>Tells where a sentence permits a restart as a thing: <c>A rolling restart is all that you may do</c>, <c>a restart is allowed</c>.</summary>
internal static class AskedRemedy
{
    private static readonly FrozenSet<string> Permitted = Set("allowed permitted");
    private static readonly FrozenSet<string> Leading = Set("all everything what the only one thing that");
    private static readonly FrozenSet<string> Allowing = Set("may can should");

    /// <summary>True where the term is the name of what is permitted.</summary>
    public static bool IsAt(AuthoredPassage said, int at)
    {
        var terms = said.Terms;
        if ((IntentWords.Of(terms[at]).Intent & Intent.Restart) == 0 || said.Negates || at + 2 >= terms.Count || terms[at + 1] is not "is" || said.BreaksAt(at + 1))
        {
            return false;
        }

        var i = at + 2;
        while (i < terms.Count && Leading.Contains(terms[i]))
        {
            i++;
        }

        return i == at + 2 ? Permitted.Contains(terms[i]) : i + 2 < terms.Count && terms[i] is "you" && Allowing.Contains(terms[i + 1]) && terms[i + 2] is "do";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
