using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Legator.LocalCluster.Objects;

/// <summary>UIDs and generated names. They must not be guessable or repeat, so they come from the system's random source.</summary>
internal static class IdentitySource
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;
    private const int MaxBase = 63 - SuffixLength;

    public static string Uid()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(
            BinaryPrimitives.ReadUInt32BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]),
            bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]).ToString();
    }

    public static string NameFrom(string generateName) =>
        (generateName.Length > MaxBase ? generateName[..MaxBase] : generateName) + RandomNumberGenerator.GetString(Alphabet, SuffixLength);
}
