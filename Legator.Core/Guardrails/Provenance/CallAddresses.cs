using System.Text.Json;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Finds the addresses that a reading call turns to, and tells which of them people named.</summary>
internal static partial class CallAddresses
{
    /// <summary>The first address that nobody named; null when there is none.</summary>
    public static string? FirstUnnamed(string tool, JsonElement arguments, EnvironmentFacts environment, AuthoredText authored)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var found = tool switch
        {
            "dns.query" => CallValues.Texts(arguments).Take(2).Skip(1).Where(name => !IsNamed(name.TrimEnd('.'), environment, authored) && !authored.NamesDomain(name.TrimEnd('.')) && !IsInner(name.TrimEnd('.'))),
            "ssh.exec" => CallValues.Texts(arguments).SelectMany(OfLine).Where(host => !IsNamed(host, environment, authored) && !authored.NamesDomain(host)),
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

    // Such names are answered within the cluster and reach nobody outside of it.
    private static bool IsInner(string name) =>
        name.EndsWith(".svc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cluster.local", StringComparison.OrdinalIgnoreCase);

    /// <summary>Hosts in a command line: those of addresses, and what looks like one where a program is called that talks to others.</summary>
    private static IEnumerable<string> OfLine(string line) => Talks().IsMatch(line)
        ? OfText(line).Concat(Host().Matches(line).Select(m => m.Value)).Where(host => host is not ("127.0.0.1" or "localhost"))
        : OfText(line).Where(host => host is not ("127.0.0.1" or "localhost" or "::1"));

    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://(?:[^\s/?#@""']*@)?(?<host>\[[0-9a-f:.]+\]|[^\s/?#:""'\\]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:curl|wget|dig|nslookup|host|ping6?|nc|ncat|netcat|telnet|traceroute|tracepath|mtr|whois|openssl|socat|getent|drill|resolvectl|aria2c|lynx|w3m|httpie|xh|rsync|scp|sftp|ftp|ssh)\b|/dev/(?:tcp|udp)/")]
    private static partial Regex Talks();

    [GeneratedRegex(@"(?<![\w./-])(?:[\w-]+\.)+(?!(?:log|conf|txt|json|ya?ml|sh|py|gz|service|sock|pid|html?|cfg|ini|xml|csv|pem|crt|key|timer|socket|mount|target)\b)(?:[a-z]{2,}|\d{1,3})\b(?!/)", RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
