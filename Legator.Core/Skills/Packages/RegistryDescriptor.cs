namespace Legator.Core.Skills.Packages;

/// <summary>Names a blob of a registry by its content.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest">SHA-256 of its bytes, as <c>sha256:</c> and hex.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record RegistryDescriptor(string MediaType, string Digest, long Size)
{
    /// <summary>Describes bytes.</summary>
    public static RegistryDescriptor Of(string mediaType, byte[] content) => new(mediaType, DigestOf(content), content.Length);

    /// <summary>The digest of bytes, as registries write it.</summary>
    public static string DigestOf(ReadOnlySpan<byte> content) => "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}
