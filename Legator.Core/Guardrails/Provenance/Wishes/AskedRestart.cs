using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>Tells where a sentence asks for a restart in other words than with its verb: <c>roll web</c>, <c>give web a fresh start</c>, <c>do a rolling restart</c>, <c>starte web neu</c>.</summary>
internal static class AskedRestart
{
    private const int Near = 8;

    private static readonly FrozenSet<string> Doing = Set("do perform trigger make initiate use issue start run try");
    private static readonly FrozenSet<string> Between = Set("a the one another rolling rollout graceful clean full simple quick");
    private static readonly FrozenSet<string> Elsewhere = Set("back out over forward up through");
    private static readonly FrozenSet<string> Fresh = Set("fresh new clean");
    private static readonly FrozenSet<string> Nouns = Set("restart reboot recycle bounce");

    /// <summary>True where the term is the verb of such a wish.</summary>
    public static bool IsAt(AuthoredPassage said, int at)
    {
        var term = said.Terms[at].ToLowerInvariant();
        return term switch
        {
            "roll" => !Rest(said, at).Any(Elsewhere.Contains),
            "give" => HasFreshStart(Rest(said, at).ToList()),
            "starte" or "starten" or "startet" => Rest(said, at).Contains("neu", StringComparer.OrdinalIgnoreCase) || (at > 0 && said.Terms[at - 1].Equals("neu", StringComparison.OrdinalIgnoreCase) && !said.BreaksAt(at)),
            _ => Doing.Contains(term) && IsFollowed(said, at),
        };
    }

    private static bool IsFollowed(AuthoredPassage said, int at)
    {
        var i = at + 1;
        while (i < said.Terms.Count && !said.BreaksAt(i) && Between.Contains(said.Terms[i]))
        {
            i++;
        }

        return i > at + 1 && i < said.Terms.Count && !said.BreaksAt(i) && Nouns.Contains(said.Terms[i]);
    }

    private static bool HasFreshStart(List<string> rest) => Enumerable.Range(1, Math.Max(0, rest.Count - 1)).Any(i => rest[i].Equals("start", StringComparison.OrdinalIgnoreCase) && Fresh.Contains(rest[i - 1]));

    private static IEnumerable<string> Rest(AuthoredPassage said, int at)
    {
        for (var i = at + 1; i < said.Terms.Count && i <= at + Near && !said.BreaksAt(i); i++)
        {
            yield return said.Terms[i];
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
