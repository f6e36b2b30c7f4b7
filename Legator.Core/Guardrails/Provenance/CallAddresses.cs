using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Finds the addresses that a reading call turns to, and tells which of them people named.</summary>
internal static partial class CallAddresses
{
    /// <summary>The first address that nobody named; null when there is none.</summary>
    public static string? FirstUnnamed(string tool, JsonElement arguments, EnvironmentFacts environment, AuthoredText authored, OutsideReading reading)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var found = tool switch
        {
            "dns.query" or "dns.reverse" => Asked(arguments).Where(name => !IsNamed(name, environment, authored) && !authored.NamesDomain(name) && !IsInner(name) && !IsUnder(name, environment, authored)),
            "ssh.exec" => CallValues.Texts(arguments).SelectMany(LineAddresses.Of).Where(host => !IsNamed(host, environment, authored) && !authored.NamesDomain(host)),
            "aws.cli" => CallValues.Texts(arguments).SelectMany(text => Bucket().Matches(text)).Select(m => m.Groups["name"].Value).Where(name => !authored.Contains(name) && !reading.IsAnswered(name)),
            _ when tool.StartsWith("http.", StringComparison.Ordinal) || tool.StartsWith("mcp.", StringComparison.Ordinal) =>
                CallValues.Texts(arguments).SelectMany(OfText).Where(host => !IsNamed(host, environment, authored)),
            _ => [],
        };
        return found.FirstOrDefault();
    }

    /// <summary>Hosts of the addresses in a text.</summary>
    public static IEnumerable<string> OfText(string text) =>
        Address().Matches(text).Select(m => m.Groups["host"].Value.Trim('[', ']').TrimEnd('.'));

    public static bool IsNamed(string host, EnvironmentFacts environment, AuthoredText authored)
    {
        foreach (var endpoint in environment.Endpoints.Values)
        {
            if (endpoint.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || endpoint.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return authored.NamesHost(host);
    }

    /// <summary>The names and addresses that a question is about, and the server that is asked.</summary>
    private static IEnumerable<string> Asked(JsonElement arguments) =>
        arguments.EnumerateObject().Where(a => a.Name is not ("type" or "reason") && a.Value.ValueKind == JsonValueKind.String).Select(a => a.Value.GetString()!.Trim().TrimEnd('.'));

    // What stands before a name that people wrote is looked at label by label.
    private static bool IsUnder(string name, EnvironmentFacts environment, AuthoredText authored)
    {
        for (var cut = name.IndexOf('.', StringComparison.Ordinal); cut > 0 && name.LastIndexOf('.') > cut; cut = name.IndexOf('.', cut + 1))
        {
            if (IsNamed(name[(cut + 1)..], environment, authored))
            {
                return true;
            }
        }

        return false;
    }

    // Such names are answered within the cluster, and such addresses belong to the estate: they reach nobody outside of it.
    private static bool IsInner(string name) =>
        name.EndsWith(".svc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cluster.local", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name, out var address) && address.GetAddressBytes() is var b && (b is [10, ..] or [127, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] || (b.Length == 16 && (b[0] is 0xfc or 0xfd || address.IsIPv6LinkLocal || IPAddress.IsLoopback(address)))));

    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://(?:[^\s/?#@""']*@)?(?<host>\[[0-9a-f:.]+\]|[^\s/?#:""'\\]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // Names of buckets are the same for all the world.
    [GeneratedRegex(@"(?:s3://|--bucket[= ]+)['""]?(?<name>[\w.-]+)")]
    private static partial Regex Bucket();
}
