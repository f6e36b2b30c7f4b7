using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>
/// Finds what an address carries to its host besides the resource that is read. A part of it goes by where people wrote it, where the cluster lists it, where it is a field of the
/// alert that people said to follow, and where it is an ordinary id (a number, letters and a number, a UUID, a time). Of other words that text from outside has, a path may have two.
/// </summary>
internal static partial class CarriedParts
{
    private const int MostWords = 2;
    private const int LongestPart = 24;

    // Shorter ones of letters and digits are ids more often than secrets.
    private const int ShortestToken = 8;

    /// <summary>What is carried; null where nothing is. Addresses with a user before the host are refused elsewhere.</summary>
    public static string? FirstIn(string url, AuthoredText authored, OutsideReading reading)
    {
        var rest = url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..];
        var path = rest.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? rest[end..] : "";
        var fragment = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sharp ? path[sharp..] : "";
        path = path[..^fragment.Length];
        var query = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? path[mark..] : "";
        path = path[..^query.Length];
        return Carried(path, MostWords, authored, reading) ?? Carried(query, int.MaxValue, authored, reading) ?? Carried(fragment, 0, authored, reading);
    }

    private static string? Carried(string text, int mostWords, AuthoredText authored, OutsideReading reading)
    {
        if (text.Length < 2)
        {
            return null;
        }

        foreach (var form in TextForms.Of(text))
        {
            var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var part in Parts(Ids().Replace(form, " "), authored, reading))
            {
                if (IsToken(part, form == text, reading) || (reading.IsMentioned(part) && words.Add(part) && words.Count > mostWords))
                {
                    return part;
                }
            }
        }

        return null;
    }

    private static bool IsToken(string part, bool isWritten, OutsideReading reading) =>
        (isWritten && part.Length > LongestPart)
        || (part.Length >= ShortestToken && part.AsSpan().ContainsAnyInRange('0', '9') && part.AsSpan().ContainsAnyExceptInRange('0', '9') && reading.IsMentioned(part));

    /// <summary>The parts that neither people wrote nor the cluster lists.</summary>
    private static List<string> Parts(string text, AuthoredText authored, OutsideReading reading)
    {
        var parts = new List<string>();
        foreach (var range in new TextTerms(text))
        {
            var term = text[range];
            if (!authored.Contains(term) && !authored.IsNamedByTrigger(term) && !reading.IsListed(term))
            {
                parts.AddRange(term.Split('-', '.', '_').Where(part => part.Length > 2 && !authored.Contains(part) && part.AsSpan().ContainsAnyExceptInRange('0', '9')));
            }
        }

        return parts;
    }

    [GeneratedRegex(@"(?<![\w-])(?:[A-Za-z]{1,5}-?)?\d{1,12}(?![\w-])|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
