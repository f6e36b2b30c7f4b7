using System.Net;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>
/// Whether an address of the estate is one that people wrote, so that reading it tells its host nothing else. What people left open in a path takes a name or an id;
/// where they wrote no path for a host at all, one may be made of their words, of what every API has, and of an id behind the name of a collection.
/// </summary>
internal sealed class OutwardAddress(OutwardWords words, AuthoredText authored, EnvironmentFacts environment)
{
    private const int MostParts = 6;
    private const int ShortestKey = 3;

    /// <summary>What of an address nobody wrote; null for nothing.</summary>
    public string? FirstUnwritten(string url)
    {
        var address = WrittenAddress.Of(url);
        if (address.Authority is not { } authority || !OutwardWords.IsOrdinary(url) || url.IndexOf('#', StringComparison.Ordinal) >= 0)
        {
            return url;
        }

        if (!IsPortNamed(authority))
        {
            return authority;
        }

        var path = url[(url.IndexOf("://", StringComparison.Ordinal) + 3 + authority.Length)..].Split('?')[0];
        return path.Contains("//", StringComparison.Ordinal) ? path : PathOf(authority, address) ?? QueryOf(address);
    }

    // A name stands for its usual ports, and for those that people wrote behind it.
    private bool IsPortNamed(string authority) =>
        authority.LastIndexOf(':') is not (> 0 and var colon) || authority[^1] == ']' || authority[(colon + 1)..] is "80" or "443"
        || authored.Addresses.Authorities.Contains(authority) || environment.Endpoints.Values.Any(e => e.Authority.Equals(authority, StringComparison.OrdinalIgnoreCase));

    private string? PathOf(string authority, WrittenAddress address)
    {
        if (address.Segments.Count == 0)
        {
            return null;
        }

        var bases = environment.Endpoints.Values.Where(e => e.Authority.Equals(authority, StringComparison.OrdinalIgnoreCase)).Select(e => WrittenAddress.Of(e.AbsoluteUri)).ToList();
        bool IsHere(WrittenAddress written) => written.Authority is null || written.Authority.Equals(authority, StringComparison.OrdinalIgnoreCase);
        var rests = bases.Where(b => b.Segments.Count > 0 && address.Segments.Take(b.Segments.Count).SequenceEqual(b.Segments)).Select(b => address.Segments.Skip(b.Segments.Count).ToList()).Append([.. address.Segments]).ToList();
        var written = authored.Addresses.All.Where(IsHere).ToList();
        if (rests.Exists(rest => rest.Count == 0 || written.Exists(w => w.EndsOpen == address.EndsOpen && w.Covers(rest, Fits))))
        {
            return null;
        }

        return written.Exists(w => w.Segments.Count > 0) || address.EndsOpen
            ? rests[0].FirstOrDefault(s => !words.IsWritten(s)) ?? string.Join('/', address.Segments)
            : rests.Select(FirstForeign).OrderBy(f => f is not null).First();
    }

    private bool Fits(string part) => (words.IsName(part) || words.IsId(part) || words.IsGiven(part)) && !OutwardWords.Acts(part);

    private string? FirstForeign(List<string> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var isItem = i > 0 && IsCollection(parts[i - 1]) && (words.IsId(part) || words.IsName(part));
            if (i >= MostParts || OutwardWords.Acts(part) || !(isItem || PlainWords.IsOfPath(part) || (!part.Contains('%', StringComparison.Ordinal) && IsMadeOfWords(part))))
            {
                return part;
            }
        }

        return null;
    }

    private bool IsMadeOfWords(string part) => !part.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
        && (authored.Contains(part) || part.Split('-', '_', '.').All(p => words.IsWritten(p) && !AuthoredPassage.IsGrammar(p)));

    private static bool IsCollection(string part) => part.Length > 3 && part[^1] == 's' && part[^2] is not ('s' or 'u' or 'i');

    private string? QueryOf(WrittenAddress address)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in address.Query)
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = cut < 0 ? (pair, "") : (pair[..cut], WebUtility.UrlDecode(pair[(cut + 1)..]));
            if (!keys.Add(key) || keys.Count > MostParts || !(IsWrittenPair(pair, key, value) || (IsKey(key) && IsValue(key, value))))
            {
                return pair;
            }
        }

        return null;
    }

    private bool IsWrittenPair(string pair, string key, string value) => authored.Addresses.All.Any(w => w.Query.Any(q =>
        q.Equals(pair, StringComparison.Ordinal) || (q.StartsWith(key + "=", StringComparison.Ordinal) && WrittenAddress.IsOpen(q[(key.Length + 1)..]) && Fits(value))));

    private bool IsKey(string key) => (key.Length >= ShortestKey && authored.Contains(key) && !AuthoredPassage.IsGrammar(key)) || words.IsPaged(key) || key is "status" or "state";

    private bool IsValue(string key, string value) => value.Length == 0 || OutwardWords.IsShortNumber(value) || PlainWords.IsChoice(value) || (PlainWords.IsTime(key) && words.IsTime(value))
        || (OutwardWords.IsOrdinary(value) && OutwardWords.Terms(value).All(t => (words.IsWritten(t) || OutwardWords.IsShortNumber(t)) && !OutwardWords.Acts(t)) && OutwardWords.Terms(value).Count() <= MostParts);
}
