using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>
/// Finds what an address carries to its host besides the resource that is read. A part of it goes by where people wrote it, where the cluster lists it, where it is a field of the
/// alert that people said to follow, and where it is an ordinary id (a number, letters and a number, a UUID, a time). Of other words that text from outside has, a path may have two.
/// </summary>
internal static partial class CarriedParts
{
    private const int MostWords = 2;
    private const int LongestPart = 24;

    private const int LongestNumber = 14;

    private static readonly FrozenSet<string> ActingWords = Set("admin approve approved confirm confirmed force forced execute reset unlock grant allow accept transfer pay activate deactivate flush clear");
    private static readonly FrozenSet<string> OrdinaryInHeaders = Set("application text json html xml plain yaml csv charset utf-8 utf gzip deflate identity accept encoding language content type cache control no-cache cache no max age user agent mozilla curl keep alive");

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
        return Carried(path, MostWords, authored, reading) ?? Carried(query, MostWords, authored, reading) ?? Carried(fragment, 0, authored, reading)
            ?? Hidden(path + query, authored, reading) ?? Token(path + query, authored, reading) ?? Acting(path + query, authored, reading);
    }

    /// <summary>The first sign-by-sign copy of something like a key or a number of a card: letters and digits, however they are parted; null where there is none.</summary>
    public static string? Token(string text, AuthoredText authored, OutsideReading reading)
    {
        foreach (var form in TextForms.Of(text))
        {
            var bare = Ids().Replace(form, " ");
            foreach (var range in new TextTerms(bare))
            {
                var term = bare[range];
                var digits = term.Count(char.IsAsciiDigit);
                if (((term.Length >= ShortestToken && digits > 0 && term.Any(char.IsLetter)) || digits >= LongestNumber)
                    && !authored.Contains(term) && !authored.IsNamedByTrigger(term) && !reading.IsListed(term) && reading.IsMentioned(term))
                {
                    return term;
                }
            }
        }

        return null;
    }

    /// <summary>A word of text from outside that is encoded; null where there is none.</summary>
    public static string? Hidden(string text, AuthoredText authored, OutsideReading reading) =>
        TextForms.Hidden(text).SelectMany(form => Parts(form, authored, reading)).FirstOrDefault(part => part.Length > MostWords && reading.IsMentioned(part));

    /// <summary>A word of a header that text from outside has and that is no ordinary one there.</summary>
    public static string? OfHeader(string value, AuthoredText authored, OutsideReading reading) =>
        TextForms.Of(value).SelectMany(form => Parts(form, authored, reading)).FirstOrDefault(part => !OrdinaryInHeaders.Contains(part) && reading.IsMentioned(part));

    // A question may do something where it is asked for: an address that text from outside gives is none to follow then.
    private static string? Acting(string text, AuthoredText authored, OutsideReading reading) =>
        Parts(text, authored, reading).Find(part => (DeedWords.Of(part) != Deed.None || ActingWords.Contains(part)) && reading.IsMentioned(part));

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

    /// <summary>True for a word with which an address does something.</summary>
    public static bool IsActing(string word) => ActingWords.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\w-])(?:(?-i:[A-Z]{1,6}|[a-z]{1,3}|[A-Z][a-z]{1,4})-?)?\d{1,12}(?![\w-])|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
