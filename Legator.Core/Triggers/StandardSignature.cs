using System.Security.Cryptography;
using System.Text;

namespace Legator.Core.Triggers;

/// <summary>Signatures as the Standard Webhooks specification has them: HMAC-SHA256 over id, time and body with dots between. Legator's own messages carry them, and its webhooks take them.</summary>
public static class StandardSignature
{
    /// <summary>Header with the id of a delivery.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header with the time, in seconds since 1970.</summary>
    public const string TimeHeader = "webhook-timestamp";

    /// <summary>Header with the signatures, with blanks between.</summary>
    public const string Header = "webhook-signature";

    private const string Prefix = "whsec_";

    /// <summary>The bytes of a key: those of its text, or what stands in Base64 after <c>whsec_</c>.</summary>
    /// <param name="secret">The key as text.</param>
    /// <param name="key">The bytes.</param>
    /// <returns>False when the text begins with <c>whsec_</c> and is no Base64 after it.</returns>
    public static bool TryKey(string secret, out byte[] key)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            key = Encoding.UTF8.GetBytes(secret);
            return true;
        }

        key = new byte[secret.Length];
        var isBase64 = Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length);
        key = isBase64 ? key[..length] : [];
        return isBase64;
    }

    /// <summary>A signature, as it stands in the header.</summary>
    /// <param name="key">The key.</param>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }
}
