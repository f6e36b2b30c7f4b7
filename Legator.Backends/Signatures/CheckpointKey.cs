using System.Security.Cryptography;
using Legator.Core.Audit;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Legator.Backends.Signatures;

/// <summary>The Ed25519 key that signs checkpoints. Its text form is its name, never the key.</summary>
public sealed class CheckpointKey : ICheckpointSigner
{
    private readonly byte[] seed;

    private CheckpointKey(byte[] seed)
    {
        this.seed = seed;
        var open = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, open, 0);
        PublicPem = Ed25519Pem.WritePublic(open);
        Key = TrustedKeys.NameOf(open);
    }

    /// <inheritdoc />
    public string Key { get; }

    /// <summary>The public half, in PEM.</summary>
    public string PublicPem { get; }

    /// <summary>Makes a new key.</summary>
    public static CheckpointKey Generate() => new(RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize));

    /// <summary>Reads a private key.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static CheckpointKey Read(string privatePem) => new(Ed25519Pem.ReadPrivate(privatePem));

    /// <summary>The private key in PEM, for the Secret that keeps it.</summary>
    public string ToPrivatePem() => Ed25519Pem.WritePrivate(seed);

    /// <inheritdoc />
    public string Sign(byte[] payload)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, payload, 0, payload.Length, signature, 0);
        return Convert.ToBase64String(signature);
    }

    /// <inheritdoc />
    public override string ToString() => Key;
}
