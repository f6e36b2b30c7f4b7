using System.Security.Cryptography;
using System.Text;
using Renci.SshNet.Security;

namespace Legator.Runner.Tools.Ssh;

/// <summary>The lines of an OpenSSH known_hosts file: plain and hashed names, patterns with <c>!</c>, <c>*</c> and <c>?</c>, <c>@cert-authority</c>, <c>@revoked</c>. See sshd(8), SSH_KNOWN_HOSTS FILE FORMAT.</summary>
internal sealed class KnownHosts
{
    private const string Revoked = "@revoked";
    private const string Authority = "@cert-authority";

    private readonly List<Line> _lines = [];

    public KnownHosts(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var marked = fields[0].StartsWith('@');
            if (!fields[0].StartsWith('#') && fields.Length >= (marked ? 4 : 3))
            {
                _lines.Add(marked ? new Line(fields[0], fields[1], fields[2], fields[3].TrimEnd('=')) : new Line("", fields[0], fields[1], fields[2].TrimEnd('=')));
            }
        }
    }

    /// <summary>Types of the keys that are the host's, which it should show rather than others of its keys: <c>ssh-ed25519</c>.</summary>
    public IReadOnlyList<string> TypesOf(string host) => [.. _lines.Where(l => l.Mark == "" && Names(l.Hosts, host)).Select(l => l.Type).Distinct(StringComparer.Ordinal)];

    /// <summary>True when certificates of some authority are good for the host.</summary>
    /// <param name="names">The host as known_hosts writes it, with and without its port.</param>
    public bool HasAuthority(params IEnumerable<string> names) => _lines.Any(l => l.Mark == Authority && names.Any(n => Names(l.Hosts, n)));

    /// <summary>Whether the key is the host's. A revoked key never is, whatever host its line speaks of.</summary>
    /// <param name="host">The host as known_hosts writes it.</param>
    /// <param name="key">The key that the host showed, in wire form.</param>
    public bool Has(string host, ReadOnlySpan<byte> key)
    {
        var text = Text(key);
        return !IsRevoked(text) && _lines.Any(l => l.Mark == "" && l.Key == text && Names(l.Hosts, host));
    }

    /// <summary>Whether the certificate is good for the host: of an authority for it, a host's, for this name, and valid now. Its signature is the library's to verify.</summary>
    public bool Has(string host, string address, Certificate certificate, DateTimeOffset now)
    {
        var authority = Text(certificate.CertificateAuthorityKey);
        return certificate.Type == Certificate.CertificateType.Host
            && certificate.CriticalOptions.Count == 0
            && certificate.ValidPrincipals.Any(p => Fits(p, address))
            && certificate.ValidAfter <= now && now < certificate.ValidBefore
            && !IsRevoked(authority) && !IsRevoked(Text(HostKeyBlob.Of(certificate)))
            && _lines.Any(l => l.Mark == Authority && l.Key == authority && (Names(l.Hosts, host) || Names(l.Hosts, address)));
    }

    private bool IsRevoked(string key) => _lines.Any(l => l.Mark == Revoked && l.Key == key);

    private static string Text(ReadOnlySpan<byte> key) => Convert.ToBase64String(key).TrimEnd('=');

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

    private sealed record Line(string Mark, string Hosts, string Type, string Key);
}
