using System.Collections.Frozen;
using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>What a run tells other agents: nothing is asked of them there that people did not speak of, and nothing for the sake of what text from outside names.</summary>
internal static class HandedOn
{
    private const Deed Orders = Deed.Restart | Deed.Scale | Deed.Delete | Deed.Stop | Deed.Change | Deed.Node | Deed.Undo;
    private const int Near = 4;
    private const int ShortestName = 3;

    // They are as often other words.
    private static readonly FrozenSet<string> Ambiguous = "change changes set update label replace cycle kick drop configure".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Deed> Nouns = new Dictionary<string, Deed>(StringComparer.OrdinalIgnoreCase)
    {
        ["removal"] = Deed.Delete, ["deletion"] = Deed.Delete, ["termination"] = Deed.Delete, ["eviction"] = Deed.Delete, ["destruction"] = Deed.Delete, ["decommission"] = Deed.Delete,
        ["decommissioning"] = Deed.Delete, ["suspension"] = Deed.Stop, ["deactivation"] = Deed.Stop, ["reversal"] = Deed.Undo, ["reboot"] = Deed.Restart,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>An order in a task, or something like a key, that is text from outside's.</summary>
    public static UntrustedUse? InTask(JsonElement arguments, AuthoredText authored, OutsideReading reading) =>
        First(arguments, text => Order(text, authored, deed => !authored.Intent.Speaks(deed), (_, term) => reading.IsMentioned(term)) ?? Pair(text, authored, reading) ?? Place(text, authored, reading) ?? CarriedParts.Token(text, authored, reading));

    /// <summary>An order in an event that is text from outside's, or a type that such text gave.</summary>
    public static UntrustedUse? InNews(JsonElement arguments, AuthoredText authored, OutsideReading reading) =>
        (arguments.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.Split('.', '-', '_', '/') is var parts && parts.All(p => !authored.Contains(p) && reading.IsMentioned(p))
            ? new UntrustedUse(UntrustedKind.Quotation, type.GetString()!) : null)
        ?? First(arguments, text => Order(text, authored, deed => !authored.Intent.Speaks(deed) && reading.Asks(deed), (deed, term) => reading.IsMentioned(term) && (reading.IsListed(term) || !authored.Intent.Speaks(deed))));

    // Two words in a row are enough of an order in a language that is not known here.
    private static string? Pair(string text, AuthoredText authored, OutsideReading reading)
    {
        var passage = new AuthoredPassage(text, forbidden: false);
        bool IsForeign(int at) => passage.Terms[at] is { Length: >= ShortestName } term && !AuthoredPassage.IsGrammar(term) && !authored.Contains(term) && reading.IsMentioned(term);
        return Enumerable.Range(1, Math.Max(0, passage.Terms.Count - 1)).Where(i => !passage.BreaksAt(i) && IsForeign(i - 1) && IsForeign(i)).Select(i => $"{passage.Terms[i - 1]} {passage.Terms[i]}").FirstOrDefault();
    }

    // Where a colleague is to look is people's to say, or the cluster's.
    private static string? Place(string text, AuthoredText authored, OutsideReading reading)
    {
        var terms = new AuthoredPassage(text, forbidden: false).Terms;
        return terms.Where((term, i) => i > 0 && terms[i - 1].ToUpperInvariant() is "NAMESPACE" or "NAMESPACES" or "N" && !authored.Contains(term) && !AuthoredPassage.IsGrammar(term) && reading.IsMentioned(term)).FirstOrDefault();
    }

    private static UntrustedUse? First(JsonElement arguments, Func<string, string?> find) =>
        CallValues.Texts(arguments).SelectMany(TextForms.Of).Select(find).FirstOrDefault(f => f is not null) is { } found ? new UntrustedUse(UntrustedKind.Quotation, found) : null;

    private static string? Order(string text, AuthoredText authored, Func<Deed, bool> isForeign, Func<Deed, string, bool> isOutside)
    {
        var passage = new AuthoredPassage(text, forbidden: false);
        for (var i = 0; i < passage.Terms.Count; i++)
        {
            var term = passage.Terms[i];
            var deed = Ambiguous.Contains(term) ? Deed.None : Orders & (Nouns.GetValueOrDefault(term) | DeedWords.Asked(term, i > 0 ? passage.Terms[i - 1] : "", i + 1 < passage.Terms.Count ? passage.Terms[i + 1] : ""));
            if (deed == Deed.None)
            {
                continue;
            }

            if (isForeign(deed))
            {
                return term;
            }

            for (var at = i + 1; at <= i + Near && at < passage.Terms.Count && !passage.BreaksAt(at); at++)
            {
                if (passage.Terms[at] is var named && named.Length >= ShortestName && !authored.Contains(named) && isOutside(deed, named))
                {
                    return named;
                }
            }
        }

        return null;
    }
}
