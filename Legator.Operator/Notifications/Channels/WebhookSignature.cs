using Legator.Core.Triggers;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Signs what webhooks get, as the Standard Webhooks specification says.</summary>
internal static class WebhookSignature
{
    /// <summary>The signature header's value.</summary>
    /// <param name="secret">The key as text; <c>whsec_</c> and Base64 for a key of any bytes.</param>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(string secret, string id, string timestamp, byte[] body) => StandardSignature.TryKey(secret, out var key)
        ? StandardSignature.Of(key, id, timestamp, body)
        : throw new ChannelRefusedException("secret of the Secret begins with whsec_ and is no Base64 after it");
}
