using System.Globalization;
using Legator.Core.Notifications;
using Legator.Core.Resources.Environments;
using Legator.Core.Triggers;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Posts messages as JSON, signed where the channel's Secret has a key, as the Standard Webhooks specification says.</summary>
internal sealed class WebhookChannel(ChannelPost post, TimeProvider time) : IChannel
{
    public ChannelType Type => ChannelType.Webhook;

    public Task<Delivery> DeliverAsync(Notification message, ChannelTarget target, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(target.Spec.Target, UriKind.Absolute, out var address))
        {
            throw new ChannelRefusedException("target is not a URL: write an absolute one such as https://hooks.example.com/legator");
        }

        var body = ChannelPost.Json(WebhookBody.Of(message));
        return post.SendAsync(address, body, Headers(message, target, body), target.Field("ca.crt"), null, cancellationToken);
    }

    private IEnumerable<(string Name, string Value)> Headers(Notification message, ChannelTarget target, byte[] body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        yield return (StandardSignature.IdHeader, message.Id);
        yield return (StandardSignature.TimeHeader, timestamp);
        if (target.Field("secret") is { } secret)
        {
            yield return (StandardSignature.Header, WebhookSignature.Of(secret, message.Id, timestamp, body));
        }

        if (target.Field("token") is { } token)
        {
            yield return ("Authorization", $"Bearer {token}");
        }
    }
}
