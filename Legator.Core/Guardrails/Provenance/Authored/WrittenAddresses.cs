using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>The addresses that people wrote to be read: those of sentences that forbid something, or that ask for a POST and the like, are not among them.</summary>
internal sealed partial class WrittenAddresses
{
    private readonly List<WrittenAddress> _all = [];

    /// <summary>Those that instructions and tasks have, or an environment as the path of a health check.</summary>
    public IReadOnlyList<WrittenAddress> All => _all;

    /// <summary>Hosts and ports of all addresses that people wrote, for whatever purpose.</summary>
    public HashSet<string> Authorities { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes in a text of sentences.</summary>
    public void Read(AuthoredPassages text)
    {
        foreach (var passage in text.All)
        {
            foreach (Match match in Addresses().Matches(passage.Text))
            {
                if (!passage.Forbids && IsForReading(passage.Text.AsSpan(0, match.Index)))
                {
                    Add(match.Value);
                }
            }
        }
    }

    /// <summary>Takes in the path of a health check, or what a sheet allows to read.</summary>
    public void Add(string address)
    {
        var written = WrittenAddress.Of(address.TrimEnd('.', ',', ';', ':', '!', '?'));
        if (written.Segments.Count > 0 || written.Authority is not null)
        {
            _all.Add(written);
        }
    }

    /// <summary>Takes in any text, for the hosts in it.</summary>
    public void ReadHosts(string text)
    {
        foreach (Match match in Hosts().Matches(text))
        {
            Authorities.Add(match.Groups["authority"].Value);
        }
    }

    // The nearest word before it that says what is to be done with it counts.
    private static bool IsForReading(ReadOnlySpan<char> before)
    {
        var reads = true;
        foreach (var range in new TextTerms(before))
        {
            var term = before[range];
            reads = Is(term, "post", "put", "patch", "delete", "send", "sends", "submit", "http.post", "http.put", "http.patch", "http.delete", "http.request", "upload", "trigger", "report") ? false
                : Is(term, "get", "http.get", "http.head", "read", "look", "check", "ask", "fetch", "see", "open", "watch", "query", "compare", "says", "say", "probe", "visit", "call", "test", "whether", "when", "if") || reads;
        }

        return reads;
    }

    private static bool Is(ReadOnlySpan<char> term, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (term.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"https?://[^\s""'`)\]|,;]+|(?<![\w/.:*-])[…]?/[A-Za-z0-9_.{<:*~][^\s""'`)\]|,;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"https?://(?<authority>[^\s/?#""'`)\]|,;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Hosts();
}
