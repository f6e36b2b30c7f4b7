using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Actions.Classification.Dns;

/// <summary>Says how bad a DNS question could be. Questions read, except those that fetch a whole zone, and names so long and random that they could carry data to whoever serves their zone.</summary>
public static class DnsClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "dns";

    // An id of 32 digits in one label is ordinary; more than that is a message.
    private const int MaxRandom = 72;
    private const int MaxOrdinary = 200;
    private const int MaxLeft = 100;

    private static readonly FrozenSet<string> Types = FrozenSet.ToFrozenSet(
    [
        "A", "AAAA", "CNAME", "MX", "TXT", "NS", "SOA", "SRV", "CAA", "PTR", "DNSKEY", "DS", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "CDS", "CDNSKEY", "TLSA", "SMIMEA", "SSHFP", "NAPTR", "HTTPS", "SVCB",
        "LOC", "HINFO", "RP", "SPF", "DNAME", "URI", "CERT", "OPENPGPKEY", "ANY",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Classifies one question.</summary>
    /// <param name="name">A valid name.</param>
    /// <param name="type">Type of record, e.g. <c>MX</c>.</param>
    /// <param name="server">Server that is asked; null for the one of the environment.</param>
    /// <param name="endpoints">URLs of the environment's endpoints: inner servers must be one of their hosts.</param>
    public static ProposedAction Query(string name, string type, string? server, IEnumerable<Uri> endpoints)
    {
        var (tier, effect) = Judge(name, type);
        var kind = server is null ? AddressKind.Public : AddressRules.Of(server);
        var closed = kind != AddressKind.Public && !Names(server!, endpoints);
        var text = $"{type.ToUpperInvariant()} {name.TrimEnd('.').ToLowerInvariant()}";
        return new ProposedAction(Domain, "query", new CanonicalTarget(text) { Spellings = [text, name.TrimEnd('.').ToLowerInvariant()] }, tier)
        {
            Effects = effect is null ? [] : [effect],
            BlockedBecause = closed ? $"{server} is inside, and no agent may ask it by itself." : null,
            BlockedUnless = closed ? $"Name {server} as the host of an endpoint of the environment." : null,
        };
    }

    /// <summary>Whether a server that a call names may be asked at the address that its name stands for at that moment: public ones always, inner ones where the environment names the server, and then no stranger address than the name itself spells.</summary>
    public static bool MayAsk(string server, System.Net.IPAddress address, IEnumerable<Uri> endpoints) => AddressRules.Of(address) switch
    {
        AddressKind.Public => true,
        AddressKind.Loopback or AddressKind.Private => Names(server, endpoints),
        _ => Names(server, endpoints) && HostAddress.Read(server) is { } spelled && spelled.Equals(HostAddress.Embedded(address)),
    };

    /// <summary>Classifies the question for the name of an address.</summary>
    public static ProposedAction Reverse(System.Net.IPAddress address) =>
        new(Domain, "reverse", new CanonicalTarget(address.ToString()), RiskTier.Read);

    private static bool Names(string server, IEnumerable<Uri> endpoints) =>
        endpoints.Any(e => e.IdnHost.TrimEnd('.').Equals(server.TrimEnd('.').Trim('[', ']'), StringComparison.OrdinalIgnoreCase));

    private static (RiskTier Tier, string? Effect) Judge(string name, string type) =>
        type.ToUpperInvariant() is "AXFR" or "IXFR" ? (RiskTier.ServiceMutation, "fetches the whole zone")
        : !Types.Contains(type) ? (RiskTier.ServiceMutation, $"'{type}' is no type of record that Legator knows")
        : Random(name) > MaxRandom || IsMessage(name) || name.Length > MaxOrdinary ? (RiskTier.ServiceMutation, "the name could carry data to the server of its zone")
        : (RiskTier.Read, null);

    private static int Random(string name) =>
        name.Split('.').Where(label => label.Length >= 20 && label.Count(c => c == '-') < 3 && (label.Any(char.IsAsciiDigit) || label.Length > 40)).Sum(label => label.Length);

    // A message may be cut into labels of any length; the names of reverse zones are long by nature.
    private static bool IsMessage(string name)
    {
        if (name.TrimEnd('.').EndsWith(".arpa", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var labels = name.TrimEnd('.').Split('.');
        return labels.Length > 2 && labels.Take(labels.Length - 2).Sum(label => label.Length) > MaxLeft;
    }
}
