using System.Net;
using System.Net.Sockets;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Reads the host of a URL as an address in every spelling that a resolver would take: dotted, decimal, octal, hexadecimal, shortened, IPv6, and IPv4 inside IPv6.</summary>
public static class HostAddress
{
    /// <summary>The address that the host spells; null when it is a name.</summary>
    public static IPAddress? Read(ReadOnlySpan<char> host)
    {
        var bare = host.TrimEnd('.');
        if (bare.Contains(':'))
        {
            return IPAddress.TryParse(bare.Trim("[]"), out var v6) ? Embedded(v6) : null;
        }

        return ReadIPv4(bare) is { } value ? new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]) : null;
    }

    /// <summary>The IPv4 address that an IPv6 address carries (mapped, translated, compatible, NAT64, 6to4), or the address itself.</summary>
    public static IPAddress Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return Carried(bytes) is { } at ? new IPAddress(bytes.Slice(at, 4)) : new IPAddress(bytes);
    }

    /// <summary>The IPv4 address at which an ISATAP tunnel ends; null when the address names none.</summary>
    public static IPAddress? Tunnelled(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe ? new IPAddress(bytes[12..]) : null;
    }

    /// <summary>Where in the sixteen bytes an IPv4 address stands; null when none does.</summary>
    private static int? Carried(ReadOnlySpan<byte> bytes)
    {
        var mapped = Zero(bytes[..10]) && bytes[10] == 0xff && bytes[11] == 0xff;
        var translated = Zero(bytes[..8]) && bytes[8] == 0xff && bytes[9] == 0xff && Zero(bytes[10..12]);
        var compatible = Zero(bytes[..12]) && bytes[12] != 0;
        var nat64 = bytes[..12].SequenceEqual<byte>([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]);
        return mapped || translated || compatible || nat64 ? 12
            : bytes[0] == 0x20 && bytes[1] == 0x02 ? 2
            : null;
    }

    private static bool Zero(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);

    private static uint? ReadIPv4(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiDigit(text[0]))
        {
            return null;
        }

        ulong value = 0;
        for (var bytesLeft = 4; bytesLeft > 0; bytesLeft--)
        {
            var dot = text.IndexOf('.');

            // The last part fills all bytes that are left, so 127.1 is 127.0.0.1.
            var width = dot < 0 ? 8 * bytesLeft : 8;
            if (ReadNumber(dot < 0 ? text : text[..dot]) is not { } number || number >= 1UL << width)
            {
                return null;
            }

            value = (value << width) | number;
            if (dot < 0)
            {
                return (uint)value;
            }

            text = text[(dot + 1)..];
        }

        return null;
    }

    // Resolvers of the C library take 0x1f and 017; a number with an 8 or 9 after its 0 is read as decimal, which is the worse guess.
    private static ulong? ReadNumber(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 40)
        {
            return null;
        }

        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return Digits(text[2..], 16);
        }

        return text[0] == '0' && !text.ContainsAnyExceptInRange('0', '7') ? Digits(text, 8) : Digits(text, 10);
    }

    private static ulong? Digits(ReadOnlySpan<char> text, uint radix)
    {
        ulong value = 0;
        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiHexDigit(c) ? (c | 0x20) - 'a' + 10 : 99;
            if (digit >= radix || value > uint.MaxValue)
            {
                return null;
            }

            value = (value * radix) + (uint)digit;
        }

        return value;
    }
}
