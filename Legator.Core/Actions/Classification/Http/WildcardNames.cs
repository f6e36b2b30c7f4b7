using System.Net;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Public names that answer with whatever address is written into them, or with this machine: they are worth what the address is worth.</summary>
internal static class WildcardNames
{
    private static readonly string[] Carriers = ["nip.io", "sslip.io", "xip.io", "xip.name", "ip6.name", "backname.io", "traefik.me", "ip.es.io", "local-ip.sh", "local-ip.co", "my.local-ip.co", "plex.direct"];

    // These answer with loopback, or with one address first and another later.
    private static readonly string[] Inner =
    [
        "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "fuf.me", "local.gd", "localho.st", "localhost.direct", "yoogle.com", "spoofed.burpcollaborator.net",
        "rbndr.us", "1u.ms", "rebind.it", "rebinder.net", "whonow.xyz", "loopback.jp", "smackaho.st", "42foo.com", "beweb.com", "rebind.network", "vxcap.net", "local.direct", "localh.st", "bugbounty.dod.network", "nicob.net", "localdomain.pw", "fritz.box", "fritz.nas", "myfritz.box",
    ];

    /// <summary>The part of the network that the name leads to; null for an ordinary name.</summary>
    public static AddressKind? Of(ReadOnlySpan<char> name)
    {
        foreach (var inner in Inner)
        {
            if (IsOrUnder(name, inner))
            {
                return AddressKind.Loopback;
            }
        }

        foreach (var carrier in Carriers)
        {
            if (IsOrUnder(name, carrier))
            {
                return name.Length == carrier.Length ? (carrier == "traefik.me" ? AddressKind.Loopback : AddressKind.Public) : Carried(name[..(name.Length - carrier.Length - 1)]);
            }
        }

        return name.ContainsAnyInRange('0', '9') ? Within(name) : null;
    }

    // a.169.254.169.254.evil.example, ec2-169-254-169-254.compute-1.amazonaws.com: an address in any name is there to be answered with.
    private static AddressKind? Within(ReadOnlySpan<char> name)
    {
        for (var start = 0; start < name.Length; start++)
        {
            if (!char.IsAsciiDigit(name[start]) || (start > 0 && name[start - 1] is not ('.' or '-')))
            {
                continue;
            }

            var end = Quad(name[start..]) + start;
            if (end > start && Spelled(name[start..end]) is { } address && AddressRules.Of(address) is not AddressKind.Public and var kind)
            {
                return kind;
            }
        }

        return null;
    }

    // Length of four numbers that stand apart by the same sign; zero when there are none.
    private static int Quad(ReadOnlySpan<char> text)
    {
        var separator = '\0';
        var numbers = 1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            if (numbers == 4)
            {
                return i == text.Length || text[i] is '.' or '-' ? i : 0;
            }

            if (i == text.Length || text[i] is not ('.' or '-') || (separator != '\0' && text[i] != separator))
            {
                return 0;
            }

            (separator, numbers) = (text[i], numbers + 1);
        }

        return 0;
    }

    private static IPAddress? Spelled(ReadOnlySpan<char> quad) => HostAddress.Read(quad.ToString().Replace('-', '.'));

    private static bool IsOrUnder(ReadOnlySpan<char> name, string domain) =>
        name.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (name.Length == domain.Length || name[^(domain.Length + 1)] == '.');

    // 10.0.0.1, app.10-0-0-1, app-0a000001, fe80--1: all of them must be of the internet, since the carriers do not agree on which one counts.
    private static AddressKind Carried(ReadOnlySpan<char> prefix)
    {
        AddressKind? worst = null;
        foreach (var candidate in Candidates(prefix.ToString()))
        {
            var kind = AddressRules.Of(candidate);
            worst = worst is null || (worst == AddressKind.Public && kind != AddressKind.Public) ? kind : worst;
        }

        return worst ?? AddressKind.Reserved;
    }

    private static IEnumerable<IPAddress> Candidates(string prefix)
    {
        var numbers = prefix.Split('.', '-');
        for (var i = 0; i + 4 <= numbers.Length; i++)
        {
            var dotted = string.Join('.', numbers, i, 4);
            if (HostAddress.Read(dotted) is { } address)
            {
                yield return address;
            }
        }

        foreach (var label in prefix.Split('.'))
        {
            var last = label[(label.LastIndexOf('-') + 1)..];
            if (last.Length == 8 && HostAddress.Read("0x" + last) is { } hex)
            {
                yield return hex;
            }

            if (label.Contains('-', StringComparison.Ordinal) && IPAddress.TryParse(label.Replace('-', ':'), out var v6))
            {
                yield return HostAddress.Embedded(v6);
            }
        }
    }
}
