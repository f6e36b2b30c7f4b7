using System.Security.Cryptography;
using Legator.Core.Audit;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Legator.Backends.Signatures;

/// <summary>Public Ed25519 keys that checkpoints are believed by.</summary>
public sealed class TrustedKeys : ICheckpointVerifier
{
    private readonly Dictionary<string, byte[]> keys = [];

    /// <param name="publicPems">The keys in PEM, one or more a text; several where a key was replaced by a newer one.</param>
    /// <exception cref="FormatException">One of the texts is no such key.</exception>
    public TrustedKeys(params IEnumerable<string> publicPems)
    {
        foreach (var key in publicPems.SelectMany(Ed25519Pem.ReadPublic))
        {
            keys[NameOf(key)] = key;
        }
    }

    /// <summary>Names of the keys.</summary>
    public IEnumerable<string> Names => keys.Keys;

    /// <inheritdoc />
    public bool IsGenuine(string key, byte[] payload, string signature)
    {
        var bytes = new byte[Ed25519.SignatureSize];
        return keys.TryGetValue(key, out var trusted)
            && Convert.TryFromBase64String(signature, bytes, out var length)
            && length == bytes.Length
            && Ed25519.Verify(bytes, 0, trusted, 0, payload, 0, payload.Length);
    }

    internal static string NameOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..32];
}
