using System.Collections.Frozen;
using System.Text;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Values that make the server do what the URL does not say: fetch from an inner address, read a file of its own, run code.</summary>
internal static class ValueRules
{
    private static readonly FrozenSet<string> Fetching = FrozenSet.ToFrozenSet(
    [
        "url", "uri", "host", "hostname", "target", "dest", "destination", "endpoint", "server", "proxy", "src", "callback", "redirect", "redirect_uri", "redirect_url", "next", "link", "site", "feed", "fetch", "load",
        "image", "image_url", "domain", "upstream", "backend", "webhook", "remote", "address", "addr", "u", "href", "page_url", "file_url", "callback_url", "return_url",
    ], StringComparer.OrdinalIgnoreCase);

    // Lists are asked for one host by these.
    private static readonly FrozenSet<string> Filters = FrozenSet.ToFrozenSet(["host", "hostname", "server", "domain", "remote", "address", "addr"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Schemes = ["file:", "gopher:", "dict:", "ldap:", "ldaps:", "jar:", "php:", "phar:", "expect:", "netdoc:", "rmi:", "tftp:", "sftp:"];

    /// <summary>Judges the value of a field of a query or form.</summary>
    public static void Judge(string key, string value, HttpFindings findings)
    {
        JudgeCode(key, findings);
        JudgeCode(value, findings);
        JudgeStacked(key, value, findings);
        if (value.Contains("../..", StringComparison.Ordinal) || value.Contains("/etc/passwd", StringComparison.Ordinal) || value.Contains("/etc/shadow", StringComparison.Ordinal)
            || value.Contains("/.ssh/", StringComparison.Ordinal) || value.StartsWith("/proc/self/", StringComparison.Ordinal))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} names a file of the server");
        }

        Fetch(key, value, findings);
        if (value.Contains("://", StringComparison.Ordinal) || value.StartsWith("//", StringComparison.Ordinal))
        {
            Address(key, value.TrimStart(), findings);
        }
        else if (StartsWithScheme(value))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} makes the server fetch something");
        }
    }

    /// <summary>Judges a path: a relay takes the address from there.</summary>
    public static void JudgePath(string path, HttpFindings findings)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            var segment = path.AsSpan()[range];
            var port = segment.IndexOf(':');
            var host = port > 0 ? segment[..port] : segment;
            if (range.Start.Value > 1 && host.Contains('.') && host.Length < 64 && AddressRules.Of(host) == AddressKind.CloudMetadata)
            {
                findings.Raise(RiskTier.ServiceMutation, "the path makes the server ask the metadata service of a cloud");
                return;
            }
        }
    }

    /// <summary>Judges a value that servers are known to run when they only log it.</summary>
    public static void JudgeCode(string value, HttpFindings findings)
    {
        if (value.Contains("${", StringComparison.Ordinal) && (value.Contains("jndi", StringComparison.OrdinalIgnoreCase) || value.Contains(":-", StringComparison.Ordinal) || value.Contains("${lower", StringComparison.OrdinalIgnoreCase)))
        {
            findings.Raise(RiskTier.DestructiveMutation, "holds a look-up that loads code");
        }
        else if (value.Contains("__class__", StringComparison.Ordinal) || value.Contains("classLoader", StringComparison.OrdinalIgnoreCase) || value.Contains("java.lang.", StringComparison.Ordinal) || value.Contains("__import__", StringComparison.Ordinal) || value.Contains("<%", StringComparison.Ordinal))
        {
            findings.Raise(RiskTier.DestructiveMutation, "holds code of a template");
        }
        else if (value.StartsWith("() {", StringComparison.Ordinal) || value.Contains("$(", StringComparison.Ordinal) || value.Contains("{(#", StringComparison.Ordinal) || value.Contains("(#_", StringComparison.Ordinal))
        {
            findings.Raise(RiskTier.DestructiveMutation, "holds a command of a shell");
        }
        else if (ShellTraces.Why(value) is { } why)
        {
            findings.Raise(RiskTier.ServiceMutation, why);
        }
    }

    // A statement behind another one, as a field is made to hold that a server puts into a query: 1; DROP TABLE t.
    private static void JudgeStacked(string key, string value, HttpFindings findings)
    {
        var at = value.IndexOf(';', StringComparison.Ordinal);
        if (at > 0 && value.AsSpan(at).Contains(' ') && StatementWords.Writes(value[at..]) && StatementWords.Begins(value[(at + 1)..]))
        {
            findings.Raise(RiskTier.DataMutation, $"{key} holds a statement that writes");
        }
    }

    // http:/169.254.169.254, localhost:8080 and addresses in full-width digits go where http://… goes.
    private static void Fetch(string key, string value, HttpFindings findings)
    {
        if (value.Length is < 4 or > 2048 || !Fetching.Contains(key))
        {
            return;
        }

        var text = Folded(value).Replace('\\', '/');
        var rest = text.AsSpan().Trim();
        var bare = rest;
        rest = rest.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? rest[6..] : rest.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? rest[5..] : rest;
        var named = rest.Length < bare.Length || rest.StartsWith("//");
        rest = rest.TrimStart('/');
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var port = authority.LastIndexOf(':');
        var host = port > authority.LastIndexOf(']') ? authority[..port] : authority;
        if (host.IsEmpty || (!named && (bare[0] == '/' || !(host.ContainsAny('.', ':') || port >= 0))))
        {
            return;
        }

        var kind = AddressRules.Of(host);
        var filter = !named && Filters.Contains(key);
        if (kind is AddressKind.CloudMetadata || (!filter && kind is AddressKind.Loopback or AddressKind.LinkLocal) || (named && kind != AddressKind.Public))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} makes the server ask an inner address");
        }
    }

    private static string Folded(string value)
    {
        try
        {
            return Ascii.IsValid(value) ? value : value.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return value;
        }
    }

    private static void Address(string key, string value, HttpFindings findings)
    {
        if (StartsWithScheme(value))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} makes the server fetch something");
            return;
        }

        var start = value.IndexOf("//", StringComparison.Ordinal);
        if (start > 8 || value.AsSpan(0, start).Contains(' '))
        {
            return;
        }

        var rest = value.AsSpan(start + 2).TrimStart('/');
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var port = authority.LastIndexOf(':');
        var host = port > authority.LastIndexOf(']') ? authority[..port] : authority;
        if (host.IsEmpty)
        {
            return;
        }

        var kind = AddressRules.Of(host);
        if (kind == AddressKind.CloudMetadata)
        {
            findings.Refuse($"{key} makes the server ask the metadata service of a cloud.");
        }
        else if (kind is AddressKind.Loopback or AddressKind.LinkLocal || (kind != AddressKind.Public && HostAddress.Read(host) is not null))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} makes the server ask an inner address");
        }
    }

    private static bool StartsWithScheme(string value)
    {
        foreach (var scheme in Schemes)
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
