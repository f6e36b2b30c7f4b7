using System.Collections.Frozen;
using System.Text.Json;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Actions.Classification.Dns;

/// <summary>Classifies <c>dns.query</c> and <c>dns.reverse</c>.</summary>
internal sealed class DnsCallClassifier : ICallClassifier
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        ["domain", "name", "type", "server", "nameserver", "ip", "address", "timeout", "timeoutSeconds", "timeout_seconds", "reason"], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public string Domain => DnsClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.Equals("dns.query", StringComparison.OrdinalIgnoreCase) || tool.Equals("dns.reverse", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        return ArgumentReader.Read(arguments, out var members) is { } problem ? CallClassification.Invalid(problem)
            : members.Any(m => !Known.Contains(m.Key) && m.Value.ValueKind != JsonValueKind.Null) ? CallClassification.Invalid("An argument is none of this tool's.", "Write domain, type and server, or ip.")
            : tool.EndsWith("query", StringComparison.OrdinalIgnoreCase) ? Query(members, context)
            : Reverse(members);
    }

    private static CallClassification Query(IReadOnlyDictionary<string, JsonElement> members, ClassificationContext context)
    {
        if (members.TextOf("domain", "name") is not { } domain || DnsName.Read(domain) is not { } name)
        {
            return CallClassification.Invalid("The domain is missing or is no name.", "Write {\"domain\": \"example.com\", \"type\": \"A\"}; a name in other letters that is not taken as it is, in the form that begins with xn--.");
        }

        var type = members.ContainsKey("type") ? members.Text("type") : "A";
        if (type is not { Length: <= 20 } || !type.All(char.IsAsciiLetterOrDigit))
        {
            return CallClassification.Invalid("The type of record must be one word, e.g. MX.");
        }

        var asked = members.ContainsKey("server") || members.ContainsKey("nameserver");
        var server = members.TextOf("server", "nameserver");
        return asked && (server is null || !IsServer(ref server))
            ? CallClassification.Invalid("The server must be one name or address.")
            : CallClassification.Of(DnsClassifier.Query(name, type, server, context.Endpoints));
    }

    private static CallClassification Reverse(IReadOnlyDictionary<string, JsonElement> members) =>
        members.TextOf("ip", "address") is { Length: <= 64 } text && !text.Contains('%', StringComparison.Ordinal) && HostAddress.Read(text) is { } address
            ? CallClassification.Of(DnsClassifier.Reverse(address))
            : CallClassification.Invalid("The ip is missing or is no address.");

    // Port 53 may be written; any other is no DNS server.
    private static bool IsServer(ref string server)
    {
        if (server.EndsWith(":53", StringComparison.Ordinal) && !server[..^3].EndsWith(':') && (!server[..^3].Contains(':', StringComparison.Ordinal) || server[..^3].EndsWith(']')))
        {
            server = server[..^3];
        }

        return HostAddress.Read(server) is not null || DnsName.IsAscii(server);
    }
}
