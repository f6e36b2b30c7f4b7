using System.Security.Cryptography;
using System.Text;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Signs what webhooks get: HMAC-SHA256 over id, time and body with dots between, as the Standard Webhooks specification says.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The signature header's value.</summary>
    /// <param name="secret">The key as text; <c>whsec_</c> and Base64 for a key of any bytes.</param>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(string secret, string id, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed))}";
    }

    private static byte[] Key(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(secret);
        }

        try
        {
            return Convert.FromBase64String(secret[Prefix.Length..]);
        }
        catch (FormatException)
        {
            throw new ChannelRefusedException("secret of the Secret begins with whsec_ and is no Base64 after it");
        }
    }
}
