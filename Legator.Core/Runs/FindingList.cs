using System.Text;
using Legator.Core.Resources;

namespace Legator.Core.Runs;

/// <summary>Brings together what was reported in several ways, each thing once.</summary>
public static class FindingList
{
    /// <summary>The findings in their order. Two are the same when they say the same of the same thing, however they spell it; the first stays in its place, with the worse severity of the two.</summary>
    /// <param name="findings">What was reported.</param>
    public static IReadOnlyList<Finding> Merge(IEnumerable<Finding> findings)
    {
        var (merged, places) = (new List<Finding>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var finding in findings)
        {
            var key = Plain($"{finding.Resource} {finding.Message}");
            if (places.TryAdd(key, merged.Count))
            {
                merged.Add(finding);
            }
            else if (Rank(finding) > Rank(merged[places[key]]))
            {
                merged[places[key]] = merged[places[key]] with { Severity = finding.Severity };
            }
        }

        return merged;
    }

    /// <summary>The severity as the API has it; what is unknown is information.</summary>
    public static Severity Rank(Finding finding) => Enum.TryParse<Severity>(finding.Severity, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : Severity.Info;

    /// <summary>Letters, digits and what tells names apart, in lower case with single blanks: a colon after the resource or a full stop at the end makes no other finding.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Trim('.', ':', ',', ';', '!', '[', ']', '*', '`', '"', '\'') is { Length: > 0 } bare)
            {
                plain.Append(plain.Length > 0 ? " " : "").Append(bare.ToLowerInvariant());
            }
        }

        return plain.ToString();
    }
}
