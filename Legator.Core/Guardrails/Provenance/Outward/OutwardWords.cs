using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>
/// What a run whose words may be somebody else's can say to the world outside: the words that people wrote, and little else. A term that is not among them stands for what nobody wrote, in whatever
/// disguise: what is encoded, spelled backwards or made up is as unknown as what is copied.
/// </summary>
/// <param name="authored">What people wrote.</param>
/// <param name="reading">What the run has read.</param>
/// <param name="origin">Who is told: what this one itself gave as an id goes back to nobody else.</param>
/// <param name="now">When the call is judged.</param>
internal sealed partial class OutwardWords(AuthoredText authored, OutsideReading reading, string origin, DateTimeOffset now)
{
    private const int ShortNumber = 3;
    private const int Id = 6;

    private static readonly TimeSpan Past = TimeSpan.FromDays(32);

    /// <summary>True for a word that people wrote, in this or another form of it.</summary>
    public bool IsWritten(string term) => HasPlainCase(term) && (authored.Contains(term) || (term.Length > 2 && authored.HasStem(term)) || authored.IsNamedByTrigger(term)) && !IsKept(term);

    /// <summary>True for what people wrote to know it and not to hand it on.</summary>
    public bool IsKept(string term) => KeptValues.Has(authored.Intent.Texts, term);

    /// <summary>True for a word with digits, signs or capitals that people wrote of other things than what this argument of this tool is for.</summary>
    public bool IsOfOthers(string term, string tool, string argument) => !IsShortNumber(term) && KeptValues.IsOfOthers(authored.Intent.Texts, term, tool, argument);

    /// <summary>True for words that people wrote as one piece.</summary>
    public bool IsPiece(string text) => authored.HasPiece(text);

    /// <summary>True for a name where one is to be selected: people's, the cluster's, the alert's.</summary>
    public bool IsName(string term) => (HasPlainCase(term) && authored.Contains(term) && !IsKept(term)) || authored.IsNamedByTrigger(term) || reading.IsListed(term);

    /// <summary>True for a word in whose letters' case nothing is told: all of one kind but for the first, or as people wrote it.</summary>
    public bool HasPlainCase(string term) => !term.AsSpan(1).ContainsAnyInRange('A', 'Z') || !term.AsSpan().ContainsAnyInRange('a', 'z') || authored.HasExactly(term);

    /// <summary>True for a number of up to three digits.</summary>
    public static bool IsShortNumber(string term) => term.Length <= ShortNumber && !term.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>True for an ordinary id: a number, letters and a number; a longer one where the receiver itself gave it.</summary>
    public bool IsId(string term) => (term.Length <= Id && !term.AsSpan().ContainsAnyExceptInRange('0', '9')) || (Ids().IsMatch(term) && (term.Length <= Id || reading.IsToldBy(origin, term)));

    /// <summary>True for what the receiver itself told.</summary>
    public bool IsToldBack(string term) => reading.IsToldBy(origin, term);

    /// <summary>True for a plain word that the receiver itself gave, where people left a place open for one.</summary>
    public bool IsGiven(string term) => Plain().IsMatch(term) && reading.IsToldBy(origin, term) && !Acts(term);

    /// <summary>True for a time not far from now, and for how long something takes.</summary>
    public bool IsTime(string value)
    {
        if (Long().IsMatch(value))
        {
            return true;
        }

        DateTimeOffset? time = Seconds().IsMatch(value) && long.TryParse(value.Split('.')[0], out var number)
            ? DateTimeOffset.FromUnixTimeSeconds(value.Split('.')[0].Length == 13 ? number / 1000 : number)
            : Written().IsMatch(value) && DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
        return time > now - Past && time < now + TimeSpan.FromDays(1);
    }

    /// <summary>True for a word that does something where it stands in an address.</summary>
    public static bool Acts(string term) => term.Split('-', '_', '.').Append(term).Any(part => DeedWords.Of(part) != Deed.None || CarriedParts.IsActing(part));

    /// <summary>True for the key of a page or a time, where the receiver's own answers have such things.</summary>
    public bool IsPaged(string key) => PlainWords.IsPaging(key) && reading.IsToldBy(origin, key);

    /// <summary>The terms of a text.</summary>
    public static IEnumerable<string> Terms(string text)
    {
        var terms = new List<string>();
        foreach (var range in new TextTerms(text))
        {
            terms.Add(text[range]);
        }

        return terms;
    }

    /// <summary>True for signs that hide nothing.</summary>
    public static bool IsOrdinary(string text) => System.Text.Ascii.IsValid(text) && !Runs().IsMatch(text);

    [GeneratedRegex(@"^(?:[A-Za-z]{1,6}-?)?\d{1,12}$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^[a-z]{1,8}-[0-9a-f]{8,17}$")]
    private static partial Regex Ids();

    [GeneratedRegex("^[A-Za-z]{1,24}(?:[-_][A-Za-z]{1,24}){0,2}$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:\d{10}(?:\.\d{1,3})?|\d{13})$")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^P?T?\d{1,3}[smhdwSMHDW]$")]
    private static partial Regex Long();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$")]
    private static partial Regex Written();

    // What could be counted in: blanks, signs in a row, and control characters.
    [GeneratedRegex(@"[^\S\n]{2}|[^\w\s]{5}|\n{3}|[\x00-\x08\x0b-\x1f\x7f]| $|\s\n")]
    private static partial Regex Runs();
}
