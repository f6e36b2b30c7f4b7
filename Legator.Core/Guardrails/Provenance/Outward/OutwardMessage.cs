using System.Collections.Frozen;
using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>
/// Whether a task or an event for other agents is in words that people wrote, in plain ones that tell how things are, and in names that the cluster lists. What is asked for in it, one sentence that
/// people wrote must ask for too, of the same things.
/// </summary>
internal sealed class OutwardMessage(OutwardWords words, AuthoredText authored, OutsideReading reading)
{
    private const Deed Orders = Deed.Restart | Deed.Scale | Deed.Delete | Deed.Stop | Deed.Change | Deed.Node | Deed.Undo | Deed.Start | Deed.Send;
    private const int MostTerms = 60;
    private const int MostNumbers = 3;
    private const int MostOfOne = 4;
    private const int LongestNumber = 9;
    private const int Near = 4;

    private static readonly FrozenSet<string> Instructing =
        "always never must should shall skip ignore obey trust bypass approve approved approves allow allowed accept grant override disregard follow treat".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // With these, too, something is asked for.
    private static readonly FrozenSet<string> Asking = "make makes ensure ensures let keep keeps want wants need needs".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What of a task nobody wrote; null for nothing.</summary>
    public string? InTask(JsonElement arguments)
    {
        var task = Text(arguments, "task");
        return First(task) ?? First(Text(arguments, "type")) ?? Order(task)
            ?? (OutwardWords.Terms(task).Any(t => t.Length > 2 && (authored.Intent.DelegatesWith(t) || (authored.Contains(t) && !AuthoredPassage.IsGrammar(t) && !PlainWords.Tells(t)))) ? null : task)
            ?? Receiver(arguments);
    }

    /// <summary>What of an event nobody wrote; null for nothing.</summary>
    public string? InNews(JsonElement arguments)
    {
        var texts = new[] { Text(arguments, "summary"), Text(arguments, "detail") }.Concat(arguments.TryGetProperty("labels", out var labels) ? CallValues.Texts(labels) : []);
        return texts.Select(t => First(t) ?? Order(t)).FirstOrDefault(f => f is not null) ?? Type(Text(arguments, "type")) ?? Receiver(arguments);
    }

    /// <summary>What of a note is an instruction of text from outside, or, where nobody asked for the note, what nobody wrote; null for nothing.</summary>
    public string? InNote(JsonElement arguments)
    {
        var key = Text(arguments, "key");
        var isAsked = authored.Intent.AsksToNote(key);
        var terms = CallValues.Texts(arguments.TryGetProperty("value", out var value) ? value : default).SelectMany(text => System.Text.Ascii.IsValid(text) ? OutwardWords.Terms(text) : [text]);
        return (authored.Contains(key) ? null : key.Split('.', '-', '_', '/').FirstOrDefault(part => !IsNoted(part) && (!isAsked || IsOutside(part))))
            ?? terms.FirstOrDefault(term => (words.IsKept(term) && !authored.Intent.NotesDown(term)) || (isAsked ? Instructing.Contains(term) && IsOutside(term) && !authored.Contains(term) : !IsNoted(term)));
    }

    private bool IsNoted(string term) => IsUsual(term, isNumber: false) || words.IsId(term) || words.IsTime(term)
        || (term.Length <= LongestNumber && !term.AsSpan().TrimStart("vV").ContainsAnyExcept("0123456789.")) || term.Split('-', '.', '_').All(part => part.Length < 3 || PlainWords.Tells(part) || words.IsWritten(part));

    private bool IsOutside(string term) => reading.IsMentioned(term) || reading.IsMentioned(AuthoredText.Stem(term));

    private string? Receiver(JsonElement arguments) => Text(arguments, "to") is { Length: > 0 } to && !to.Split('/').All(part => authored.Contains(part)) && !authored.Contains(to) && !reading.IsListed(to) ? to : null;

    // Where people wrote types of events, there are no others.
    private string? Type(string type)
    {
        var known = authored.Intent.EventTypes;
        return known.Contains(type) ? null
            : known.Count > 0 && !known.Any(k => type.StartsWith(k + ".", StringComparison.Ordinal)) ? type
            : type.Split('.', '-', '_', '/').FirstOrDefault(part => !PlainWords.Tells(part) && !words.IsWritten(part) && !reading.IsListed(part));
    }

    private string? First(string text)
    {
        if (!OutwardWords.IsOrdinary(text))
        {
            return text;
        }

        // How many there are of what, and in what order, could tell something too.
        var (terms, numbers) = (OutwardWords.Terms(text).ToList(), 0);
        for (var i = 0; i < terms.Count; i++)
        {
            var isNumber = IsNumber(terms[i]);
            if (i >= MostTerms || (isNumber && (++numbers > MostNumbers || (i > 0 && IsNumber(terms[i - 1])))) || !IsUsual(terms[i], isNumber))
            {
                return terms[i];
            }
        }

        return terms.Where(t => t.Length > 1 && t.ToUpperInvariant() is not ("THE" or "OF" or "IN" or "TO" or "AND" or "IS")).GroupBy(t => t, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > MostOfOne)?.Key;
    }

    private static bool IsNumber(string term) => !term.AsSpan().ContainsAnyExcept("0123456789.");

    private bool IsUsual(string term, bool isNumber) => words.IsWritten(term) || words.IsName(term) || reading.IsSeen(term)
        || (isNumber ? term.Split('.') is var parts && parts.Length <= 2 && parts.All(OutwardWords.IsShortNumber) : words.HasPlainCase(term) && term.Split('-', '.').All(part => PlainWords.Tells(part) || words.IsWritten(part) || OutwardWords.IsShortNumber(part)));

    private string? Order(string text)
    {
        var said = new AuthoredPassage(text, forbidden: false);
        for (var i = 0; i < said.Terms.Count; i++)
        {
            var deed = Orders & DeedWords.Asked(said.Terms[i], i > 0 ? said.Terms[i - 1] : "", i + 1 < said.Terms.Count ? said.Terms[i + 1] : "");
            if ((deed != Deed.None && !authored.Intent.SpeaksOf(term => (DeedWords.Of(term) & deed) != 0, ObjectsAt(said, i, Near, isWhole: false)))
                || (Asking.Contains(said.Terms[i]) && !authored.Intent.SpeaksOf(term => term.Equals(said.Terms[i], StringComparison.OrdinalIgnoreCase), ObjectsAt(said, i, said.Terms.Count, isWhole: true))))
            {
                return said.Terms[i];
            }
        }

        return null;
    }

    private static List<string> ObjectsAt(AuthoredPassage said, int at, int near, bool isWhole)
    {
        var objects = new List<string>();
        for (var i = at + 1; i <= at + near && i < said.Terms.Count && !said.BreaksAt(i); i++)
        {
            var term = said.Terms[i];
            if (isWhole ? !AuthoredPassage.IsGrammar(term) || term.Equals("not", StringComparison.OrdinalIgnoreCase) : !AuthoredPassage.IsGrammar(term) && !PlainWords.IsAround(term))
            {
                objects.Add(said.Terms[i]);
            }
        }

        return objects;
    }

    private static string Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
