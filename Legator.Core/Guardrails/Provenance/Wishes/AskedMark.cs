using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>Tells where a sentence asks for a label or an annotation as a thing: <c>set the label dns=checked on web</c>, <c>make sure that web carries the label team=shop</c>.</summary>
internal static class AskedMark
{
    private const int Near = 12;

    private static readonly FrozenSet<string> Labels = Set("label labels");
    private static readonly FrozenSet<string> Annotations = Set("annotation annotations");
    private static readonly FrozenSet<string> Setting = Set("put set keep give add attach write ensure make");
    private static readonly FrozenSet<string> Leading = Set("please then and also now always");

    /// <summary>True where the term is the name of what the sentence wants set.</summary>
    public static bool IsAt(AuthoredPassage said, int at, Intent intent)
    {
        if (!((intent & Intent.Label) != 0 && Labels.Contains(said.Terms[at])) && !((intent & Intent.Annotate) != 0 && Annotations.Contains(said.Terms[at])))
        {
            return false;
        }

        for (var i = at - 1; i >= 0 && at - i <= Near && !said.BreaksAt(i + 1); i--)
        {
            if (Setting.Contains(said.Terms[i]))
            {
                return said.Requested is null && (i == 0 || said.BreaksAt(i) || Leading.Contains(said.Terms[i - 1])) && (!said.Terms[i].Equals("make", StringComparison.OrdinalIgnoreCase) || said.Terms[i + 1] is "sure");
            }
        }

        return false;
    }

    /// <summary>True where the sentence itself has all that is to be set: what other sentences speak of is not meant.</summary>
    public static bool HasAll(AuthoredPassage said, IEnumerable<CallValue> values, IReadOnlyList<string> names, IReadOnlyList<string> kinds) =>
        values.All(v => v.IsPlace || names.Contains(v.Text, StringComparer.OrdinalIgnoreCase) || AuthoredPassage.IsKind(v.Text, kinds) || said.Terms.Contains(v.Text, StringComparer.Ordinal));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
