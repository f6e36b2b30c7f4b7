using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Reads the host of a URL as an address in every spelling that a resolver would take: dotted, decimal, octal, hexadecimal, shortened, IPv6, and IPv4 inside IPv6.</summary>
public static class HostAddress
{
    /// <summary>The address that the host spells; null when it is a name.</summary>
    public static IPAddress? Read(string host)
    {
        var bare = host.TrimEnd('.');
        if (bare.Contains(':', StringComparison.Ordinal))
        {
            return IPAddress.TryParse(bare.Trim('[', ']'), out var v6) ? Embedded(v6) : null;
        }

        return ReadIPv4(bare);
    }

    /// <summary>The IPv4 address that an IPv6 address carries (mapped, compatible, NAT64, 6to4), or the address itself.</summary>
    public static IPAddress Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        var zeros = bytes.AsSpan(0, 10).IndexOfAnyExcept((byte)0) < 0;
        var mapped = zeros && (bytes[10], bytes[11]) is (0xff, 0xff);
        var compatible = zeros && (bytes[10], bytes[11]) is (0, 0) && bytes[12] != 0;
        var nat64 = bytes.AsSpan(0, 12).SequenceEqual<byte>([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]);
        return mapped || compatible || nat64 ? new IPAddress(bytes[12..])
            : (bytes[0], bytes[1]) is (0x20, 0x02) ? new IPAddress(bytes[2..6])
            : address;
    }

    private static IPAddress? ReadIPv4(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > 4)
        {
            return null;
        }

        ulong value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            // The last part fills all bytes that are left, so 127.1 is 127.0.0.1.
            var bytesLeft = i == parts.Length - 1 ? 4 - i : 1;
            if (ReadNumber(parts[i]) is not { } number || number >= 1UL << (8 * bytesLeft))
            {
                return null;
            }

            value = (value << (8 * bytesLeft)) | number;
        }

        return new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    private static ulong? ReadNumber(string text)
    {
        if (text.Length is 0 or > 20)
        {
            return null;
        }

        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length == 2 ? 0
                : ulong.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        }

        if (!text.All(char.IsAsciiDigit))
        {
            return null;
        }

        return text is ['0', _, ..] && text.All(c => c is >= '0' and <= '7')
            ? Convert.ToUInt64(text, 8)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
