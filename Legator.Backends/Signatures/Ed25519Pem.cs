using System.Security.Cryptography;

namespace Legator.Backends.Signatures;

/// <summary>Ed25519 keys as openssl and everybody else writes them (RFC 8410): both forms are a fixed beginning and 32 bytes.</summary>
internal static class Ed25519Pem
{
    private const string PublicLabel = "PUBLIC KEY";
    private const string PrivateLabel = "PRIVATE KEY";
    private static readonly byte[] PublicStart = Convert.FromHexString("302a300506032b6570032100");
    private static readonly byte[] PrivateStart = Convert.FromHexString("302e020100300506032b657004220420");

    public static string WritePublic(byte[] key) => PemEncoding.WriteString(PublicLabel, [.. PublicStart, .. key]) + "\n";

    public static string WritePrivate(byte[] key) => PemEncoding.WriteString(PrivateLabel, [.. PrivateStart, .. key]) + "\n";

    /// <summary>Reads one or more keys that follow each other.</summary>
    /// <exception cref="FormatException">There is no such key in the text, or one of another kind.</exception>
    public static IReadOnlyList<byte[]> ReadPublic(string pem)
    {
        var keys = new List<byte[]>();
        for (var rest = pem; keys.Count == 0 || rest.Contains("-----BEGIN", StringComparison.Ordinal); rest = rest[PemEncoding.Find(rest).Location.End..])
        {
            keys.Add(Read(rest, PublicLabel, PublicStart, "an Ed25519 public key in PEM"));
        }

        return keys;
    }

    /// <exception cref="FormatException">There is no such key in the text.</exception>
    public static byte[] ReadPrivate(string pem) => Read(pem, PrivateLabel, PrivateStart, "an Ed25519 private key in PEM (PKCS #8)");

    private static byte[] Read(string pem, string label, byte[] start, string what)
    {
        if (PemEncoding.TryFind(pem, out var found) && pem.AsSpan()[found.Label].SequenceEqual(label))
        {
            var body = Convert.FromBase64String(pem[found.Base64Data]);
            if (body.Length == start.Length + 32 && body.AsSpan().StartsWith(start))
            {
                return body[start.Length..];
            }
        }

        throw new FormatException($"This is not {what}.");
    }
}
