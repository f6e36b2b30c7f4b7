using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>Tells which names of a domain people wrote, and what they wanted to know of them.</summary>
internal static class WrittenNames
{
    private static readonly FrozenSet<string> Joining = Set("and or of in under below at on the domain zone with as well its for host hosts name names subdomain subdomains label labels records record a aaaa mx txt ns cname");
    private static readonly FrozenSet<string> Below = Set("host hosts name names subdomain subdomains label labels under below zone");
    private static readonly FrozenSet<string> Leading = Set("of in under below for at");
    private static readonly FrozenSet<string> Hidden = Set("word words code codes key keys secret secrets token tokens password passphrase phrase pin id number");
    private static readonly FrozenSet<string> Types = "A AAAA CNAME MX TXT NS SRV CAA SOA PTR".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Beside = Set("type types record records and or only query queries lookup");
    private static readonly FrozenSet<string> OfText = Set("spf dkim dmarc");
    private static readonly FrozenSet<string> Resolving = Set("resolve resolves resolved resolving address addresses ip ips");

    /// <summary>True where people wrote the label as one of this domain's: <c>www and mail of shop.example</c>, <c>the hosts of shop.example: api, cdn</c>.</summary>
    public static bool AreTogether(AuthoredText authored, string label, string domain)
    {
        foreach (var text in authored.Intent.Texts)
        {
            AuthoredPassage? lead = null;
            foreach (var said in text.All)
            {
                // The items of a list belong to the sentence that leads to them.
                var isItem = said.Text.TrimStart() is ['-' or '*' or '+', ..] && said.Terms.Count <= 2;
                lead = isItem ? lead : said.Text.TrimEnd().EndsWith(':') && said.Names(domain) && said.Terms.Any(Below.Contains) ? said : null;
                if (!said.Forbids && (AreTogether(said, label, domain) || (isItem && lead is not null && said.Names(label))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True for the name of a type of records.</summary>
    public static bool IsType(string term) => Types.Contains(term.ToUpperInvariant());

    /// <summary>The types of records that people wanted of a name; empty where they said nothing of types.</summary>
    public static HashSet<string> TypesOf(AuthoredText authored, string name)
    {
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in authored.Intent.Texts)
        {
            var about = false;
            foreach (var said in text.All.Where(p => !p.Forbids))
            {
                var names = said.Terms.Where(IsDomain).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
                about = names.Count == 0 ? about : said.Names(name);
                types.UnionWith(about ? TypesIn(said, names.Count > 1) : []);
            }
        }

        return types;
    }

    private static IEnumerable<string> TypesIn(AuthoredPassage said, bool ofMany)
    {
        var found = new List<string>();
        for (var i = 0; i < said.Terms.Count; i++)
        {
            var (term, before, after) = (said.Terms[i], i > 0 ? said.Terms[i - 1] : "", i + 1 < said.Terms.Count ? said.Terms[i + 1] : "");
            var isBeside = Beside.Contains(before) || Beside.Contains(after) || Types.Contains(after);
            if (Types.Contains(term) ? term.Length > 1 || isBeside : Types.Contains(term.ToUpperInvariant()) && term.Length > 1 && isBeside)
            {
                found.Add(term);
            }
            else if (OfText.Contains(term))
            {
                found.Add("TXT");
            }
        }

        // Of several names in a sentence, one may be to resolve and another to have a record.
        return found.Count > 0 && ofMany && said.Terms.Any(Resolving.Contains) ? found.Concat(["A", "AAAA", "CNAME"]) : found;
    }

    private static bool AreTogether(AuthoredPassage said, string label, string domain)
    {
        for (var i = 0; i < said.Terms.Count; i++)
        {
            for (var at = 0; at < said.Terms.Count && said.Terms[i].Equals(label, StringComparison.OrdinalIgnoreCase); at++)
            {
                if (said.Terms[at].Equals(domain, StringComparison.OrdinalIgnoreCase) && IsJoined(said, i, at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsJoined(AuthoredPassage said, int label, int domain)
    {
        for (var i = Math.Min(label, domain) + 1; i < Math.Max(label, domain); i++)
        {
            if (!Joining.Contains(said.Terms[i]) && !IsInList(said, i))
            {
                return false;
            }
        }

        return !(label > 0 && Hidden.Contains(said.Terms[label - 1])) && (label < domain ? Enumerable.Range(label + 1, domain - label - 1).Any(i => Leading.Contains(said.Terms[i])) : said.Terms.Any(Below.Contains));
    }

    private static bool IsInList(AuthoredPassage said, int at) =>
        (said.BreaksAt(at) || said.Terms[at - 1] is "and" or "or" or "the") && (at + 1 >= said.Terms.Count || said.BreaksAt(at + 1) || said.Terms[at + 1] is "and" or "or" or "of" or "in" or "under" or "below");

    // dns.query and kubectl.get are tools.
    private static bool IsDomain(string term) => term.Contains('.', StringComparison.Ordinal) && term.AsSpan().ContainsAnyExcept("0123456789.") && IntentWords.Of(term).Intent == Intent.None
        && term.Split('.')[0].ToLowerInvariant() is not ("dns" or "kubectl" or "http" or "state" or "a2a" or "event" or "mcp" or "ssh" or "sql" or "aws" or "az");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
