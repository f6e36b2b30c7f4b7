namespace Legator.Core.Actions.Classification.Http;

/// <summary>Values that make the server do what the URL does not say: fetch from an inner address, read a file of its own, run code.</summary>
internal static class ValueRules
{
    private static readonly string[] Schemes = ["file:", "gopher:", "dict:", "ldap:", "ldaps:", "jar:", "php:", "phar:", "expect:", "netdoc:", "rmi:", "tftp:", "sftp:"];

    /// <summary>Judges the value of a field of a query or form.</summary>
    public static void Judge(string key, string value, HttpFindings findings)
    {
        JudgeCode(value, findings);
        if (value.Contains("../..", StringComparison.Ordinal) || value.Contains("/etc/passwd", StringComparison.Ordinal) || value.Contains("/etc/shadow", StringComparison.Ordinal))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} names a file of the server");
        }

        if (value.Contains("://", StringComparison.Ordinal) || value.StartsWith("//", StringComparison.Ordinal))
        {
            Address(key, value.TrimStart(), findings);
        }
        else if (StartsWithScheme(value))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{key} makes the server fetch something");
        }
    }

    /// <summary>Judges a value that servers are known to run when they only log it.</summary>
    public static void JudgeCode(string value, HttpFindings findings)
    {
        if (value.Contains("${", StringComparison.Ordinal) && (value.Contains("jndi", StringComparison.OrdinalIgnoreCase) || value.Contains(":-", StringComparison.Ordinal) || value.Contains("${lower", StringComparison.OrdinalIgnoreCase)))
        {
            findings.Raise(RiskTier.DestructiveMutation, "holds a look-up that loads code");
        }
        else if (value.StartsWith("() {", StringComparison.Ordinal) || value.Contains("$(", StringComparison.Ordinal) || value.Contains("{(#", StringComparison.Ordinal) || value.Contains("(#_", StringComparison.Ordinal))
        {
            findings.Raise(RiskTier.DestructiveMutation, "holds a command of a shell");
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
