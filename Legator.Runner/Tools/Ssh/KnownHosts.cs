using System.Security.Cryptography;
using System.Text;

namespace Legator.Runner.Tools.Ssh;

/// <summary>The lines of an OpenSSH known_hosts file: plain and hashed names, patterns with <c>!</c>, <c>*</c> and <c>?</c>, <c>@revoked</c>. See sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. Certificate authorities for hosts are not supported and match nothing.</summary>
internal static class KnownHosts
{
    /// <summary>Whether the lines say that the key is the host's. A revoked key never is.</summary>
    /// <param name="lines">The file's text.</param>
    /// <param name="host">The host as known_hosts writes it.</param>
    /// <param name="key">The key that the host showed, in wire form.</param>
    public static bool Has(string lines, string host, ReadOnlySpan<byte> key)
    {
        var text = Convert.ToBase64String(key);
        var found = false;
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var marked = fields[0].StartsWith('@');
            if (fields[0].StartsWith('#') || fields.Length < (marked ? 4 : 3))
            {
                continue;
            }

            var same = fields[marked ? 3 : 2].TrimEnd('=') == text.TrimEnd('=');
            if (same && fields[0] == "@revoked")
            {
                return false;
            }

            found |= same && !marked && Names(fields[0], host);
        }

        return found;
    }

    private static bool Names(string field, string host)
    {
        if (field.StartsWith("|1|", StringComparison.Ordinal))
        {
            return IsHashOf(field, host);
        }

        var patterns = field.Split(',');
        return !patterns.Any(p => p.StartsWith('!') && Fits(p.AsSpan(1), host)) && patterns.Any(p => !p.StartsWith('!') && Fits(p, host));
    }

    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> host) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, host, ignoreCase: true);

    // SHA-1 is what the format is made of; it hides names and proves nothing.
    private static bool IsHashOf(string field, string host)
    {
        var parts = field.Split('|');
        try
        {
#pragma warning disable CA5350
            return parts.Length == 4 && CryptographicOperations.FixedTimeEquals(
                HMACSHA1.HashData(Convert.FromBase64String(parts[2]), Encoding.UTF8.GetBytes(host.ToLowerInvariant())),
                Convert.FromBase64String(parts[3]));
#pragma warning restore CA5350
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
