using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Notifications;
using Legator.Core.Resources.Environments;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Posts to Slack: by an incoming webhook, or as a bot with chat.postMessage.</summary>
internal sealed class SlackChannel(ChannelPost post, IOptions<NotificationOptions> options) : IChannel
{
    private static readonly string[] Passing = ["ratelimited", "rate_limited", "internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org", "invalid_auth", "not_authed", "token_expired", "token_revoked", "account_inactive"];

    public ChannelType Type => ChannelType.Slack;

    public Task<Delivery> DeliverAsync(Notification message, ChannelTarget target, CancellationToken cancellationToken)
    {
        var body = SlackBody.Of(message);
        if (WebhookOf(target) is { } webhook)
        {
            return post.SendAsync(webhook, ChannelPost.Json(body), [], target.Field("ca.crt"), ReadWebhook, cancellationToken);
        }

        if (target.FieldOrOnly("token", "bot-token") is not { } token)
        {
            throw new ChannelRefusedException("its Secret has neither url (of an incoming webhook) nor token (of a bot): add one of them");
        }

        body["channel"] = target.Spec.Target;
        body["metadata"] = new JsonObject { ["event_type"] = "legator_notification", ["event_payload"] = new JsonObject { ["id"] = message.Id } };
        var address = new Uri($"{options.Value.SlackApi.TrimEnd('/')}/api/chat.postMessage");
        return post.SendAsync(address, ChannelPost.Json(body), [("Authorization", $"Bearer {token}")], target.Field("ca.crt"), ReadApi, cancellationToken);
    }

    /// <summary>The incoming webhook: in the Secret, or, for whoever thinks that it need not be one, in the target.</summary>
    private static Uri? WebhookOf(ChannelTarget target)
    {
        var text = target.Field("url", "webhook-url", "webhook") ?? (target.Fields.Count == 1 ? target.Fields.Values.First() : target.Fields.Count == 0 ? target.Spec.Target : null);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
    }

    private static Delivery? ReadWebhook(HttpStatusCode status, string told) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest ? new Delivery($"Slack answers {(int)status} ({Word(told)})") { IsFinal = status == HttpStatusCode.BadRequest } : null;

    private static Delivery? ReadApi(HttpStatusCode status, string told)
    {
        if (status != HttpStatusCode.OK)
        {
            return null;
        }

        try
        {
            using var answer = JsonDocument.Parse(told);
            if (answer.RootElement.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
            {
                return Delivery.Done;
            }

            var error = answer.RootElement.TryGetProperty("error", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString()! : "no reason";
            return new Delivery($"Slack refuses it: {Word(error)}") { IsFinal = !Passing.Contains(error, StringComparer.Ordinal) };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new Delivery("what answers at Slack's address does not speak as Slack does");
        }
    }

    private static string Word(string text) => text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ') ? text : "no word that Slack uses";
}
