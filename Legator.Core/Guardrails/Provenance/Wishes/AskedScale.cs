using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>
/// Tells where a sentence says in other words how many replicas an object is to have: <c>Bring web in demo up to 4 replicas</c>, <c>Mornings: Deployment web, namespace demo, to 4 replicas</c>.
/// Between the object's name and the number stands nothing but its place, so that the number is given to nothing else; and the sentence negates nothing.
/// </summary>
internal static class AskedScale
{
    private const int MostBefore = 3;

    private static readonly FrozenSet<string> Conditions = Set("if when whenever where whether unless until once after before while that who which");
    private static readonly FrozenSet<string> Bringing = Set("bring take raise lower put set increase decrease reduce move");
    private static readonly FrozenSet<string> Giving = Set("give set use run provide");
    private static readonly FrozenSet<string> Getting = Set("gets receives");
    private static readonly FrozenSet<string> Others = Set("they others we people team teams agent agents that which who would could might to colleagues");
    private static readonly FrozenSet<string> Having = Set("has have runs run with at to must should shall needs exactly always");
    private static readonly FrozenSet<string> Ways = Set("up down back out again always");
    private static readonly FrozenSet<string> OfPlaces = Set("in of namespace n the our");
    private static readonly FrozenSet<string> BeforeNames = Set("the our deployment deployments statefulset statefulsets replicaset replicasets deploy sts rs workload service app");

    /// <summary>True where the sentence wants an object of one of these names to have so many replicas.</summary>
    public static bool IsIn(AuthoredPassage said, string number, IReadOnlyList<string> names, string? place) => !said.AsksNothing && !said.Negates
        && AskedCount.Places(said, number).Where(at => AskedCount.IsOfReplicas(said, at)).Any(at => IsBrought(said, at, names, place) || IsGiven(said, at, names) || IsEnsured(said, at, names, place));

    /// <summary>True where the sentence says with how many replicas the object runs: where the next one asks to scale it and says no number, this is the number.</summary>
    public static bool States(AuthoredPassage said, string number, IReadOnlyList<string> names, string? place) => !said.AsksNothing && !said.Negates
        && AskedCount.Places(said, number).Any(at => AskedCount.IsOfReplicas(said, at) && at > 1 && said.Terms[at - 1] is "with" or "at" && said.Terms[at - 2] is "runs"
            && NameBefore(said, at - 3, names, place, []) is not null);

    private static bool IsBrought(AuthoredPassage said, int at, IReadOnlyList<string> names, string? place)
    {
        if (at < 2)
        {
            return false;
        }

        if (Getting.Contains(said.Terms[at - 1]))
        {
            return NameBefore(said, at - 2, names, place, []) is { } getter && said.Requested is null && Begins(said, Begin(said, getter));
        }

        // "To a single replica."
        at = said.Terms[at - 1] is "a" ? at - 1 : at;
        if (said.Terms[at - 1] is not "to")
        {
            return NameBefore(said, at - 1, names, place, []) is { } given && VerbBefore(said, given) is { } give && said.Terms[give].Equals("give", StringComparison.OrdinalIgnoreCase) && IsOrder(said, give);
        }

        return NameBefore(said, at - 2, names, place, Ways) is { } name && (VerbBefore(said, name) is { } verb ? Bringing.Contains(said.Terms[verb]) && IsOrder(said, verb) : IsFirst(said, name));
    }

    // "Make sure that web in demo runs with 3 replicas", "web in demo has to have three replicas".
    private static bool IsEnsured(AuthoredPassage said, int at, IReadOnlyList<string> names, string? place)
    {
        var i = at - 1;
        while (i >= 0 && Having.Contains(said.Terms[i]) && !said.BreaksAt(i + 1))
        {
            i--;
        }

        if (i == at - 1 || said.Requested is not null || NameBefore(said, i, names, place, []) is not { } name)
        {
            return false;
        }

        var begin = Begin(said, name);
        return begin > 0 && !said.BreaksAt(begin)
            ? Sure(said, begin - 1) is { } verb && IsOrder(said, verb)
            : begin <= MostBefore && (said.Terms.Skip(i + 1).Take(at - i - 1).Any(t => t is "must" or "should" or "shall") || (i + 2 < at && said.Terms[i + 1] is "has" or "needs" && said.Terms[i + 2] is "to"));
    }

    // The verb of "make sure (that)", "ensure (that)" and "see to it that".
    private static int? Sure(AuthoredPassage said, int at)
    {
        var i = said.Terms[at] is "that" && at > 0 ? at - 1 : at;
        if (i > 1 && said.Terms[i] is "it" && said.Terms[i - 1] is "to" && said.Terms[i - 2].Equals("see", StringComparison.OrdinalIgnoreCase))
        {
            return i - 2;
        }

        return said.Terms[i].Equals("ensure", StringComparison.OrdinalIgnoreCase) ? i : i > 0 && said.Terms[i] is "sure" && said.Terms[i - 1].Equals("make", StringComparison.OrdinalIgnoreCase) ? i - 1 : null;
    }

    // "Run 4 replicas of web in demo."
    private static bool IsGiven(AuthoredPassage said, int at, IReadOnlyList<string> names)
    {
        var verb = at - 1;
        if (verb < 0 || !Giving.Contains(said.Terms[verb]) || !IsOrder(said, verb) || at + 3 >= said.Terms.Count || said.Terms[at + 2] is not ("of" or "for" or "to"))
        {
            return false;
        }

        var i = at + 3;
        while (i < said.Terms.Count && BeforeNames.Contains(said.Terms[i]) && !IsName(said.Terms[i], names))
        {
            i++;
        }

        return i < said.Terms.Count && IsName(said.Terms[i], names);
    }

    // Back from a term over the object's place, and over what says where the number goes from.
    private static int? NameBefore(AuthoredPassage said, int at, IReadOnlyList<string> names, string? place, FrozenSet<string> ways)
    {
        for (var i = at; i >= 0; i--)
        {
            var term = said.Terms[i];
            if (IsName(term, names))
            {
                return i;
            }

            if (!OfPlaces.Contains(term) && !term.Equals(place, StringComparison.OrdinalIgnoreCase) && !ways.Contains(term) && !(i > 0 && said.Terms[i - 1] is "from" && char.IsAsciiDigit(term[0])) && !(term is "from" && i < at))
            {
                return null;
            }
        }

        return null;
    }

    // The term before a name and its kind, where they begin no part of the sentence.
    private static int? VerbBefore(AuthoredPassage said, int name)
    {
        var i = Begin(said, name);
        return i > 0 && !said.BreaksAt(i) ? i - 1 : null;
    }

    // "Saturday morning: web in demo to 4 replicas"; what stands behind more words goes on with what they tell.
    private static bool IsFirst(AuthoredPassage said, int name) => said.Requested is null && Begin(said, name) is var i && i <= MostBefore && Begins(said, i);

    private static bool Begins(AuthoredPassage said, int at) => at == 0 || said.BreaksAt(at);

    private static int Begin(AuthoredPassage said, int name)
    {
        var i = name;
        while (i > 0 && !said.BreaksAt(i) && BeforeNames.Contains(said.Terms[i - 1]))
        {
            i--;
        }

        return i;
    }

    // "The others bring web to 9" tells what others do, and "if you bring web to 9" sets a condition.
    private static bool IsOrder(AuthoredPassage said, int verb)
    {
        if (said.Requested is { } requested && requested != verb)
        {
            return false;
        }

        for (var i = verb; !Begins(said, i); i--)
        {
            if (Conditions.Contains(said.Terms[i - 1]) || (i == verb && Others.Contains(said.Terms[i - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string term, IReadOnlyList<string> names) => names.Contains(term, StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
