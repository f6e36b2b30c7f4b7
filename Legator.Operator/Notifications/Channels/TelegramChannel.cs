using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Notifications;
using Legator.Core.Resources.Environments;
using Legator.Operator.Notifications.Rules;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Sends to a Telegram chat as a bot, as plain text: there is no markup that words of others could be.</summary>
internal sealed class TelegramChannel(ChannelPost post, IOptions<NotificationOptions> options) : IChannel
{
    // 4096 is what Telegram takes.
    private const int Longest = 4_000;

    public ChannelType Type => ChannelType.Telegram;

    public Task<Delivery> DeliverAsync(Notification message, ChannelTarget target, CancellationToken cancellationToken)
    {
        if (target.FieldOrOnly("token", "bot-token") is not { } token || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-'))
        {
            throw new ChannelRefusedException("its Secret has no field token with a bot's token: add it");
        }

        var body = new JsonObject
        {
            ["chat_id"] = long.TryParse(target.Spec.Target, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) ? chat : target.Spec.Target,
            ["text"] = Text(message),
            ["link_preview_options"] = new JsonObject { ["is_disabled"] = true },
        };
        var address = new Uri($"{options.Value.TelegramApi.TrimEnd('/')}/bot{token}/sendMessage");
        return post.SendAsync(address, ChannelPost.Json(body), [], target.Field("ca.crt"), Read, cancellationToken);
    }

    private static string Text(Notification message)
    {
        var head = $"[{message.Severity.ToString().ToUpperInvariant()}] {message.Title}";
        var facts = string.Join('\n', message.Facts.Select(fact => $"{fact.Name}: {fact.Value}"));
        var foot = string.Join('\n', new[] { message.Command, message.Link }.OfType<string>());
        var rest = $"{PlainText.Defused(facts)}\n{foot}".Trim();
        var room = Longest - head.Length - Math.Min(rest.Length, 2_000) - 4;
        return PlainText.Cut($"{PlainText.Defused(head)}\n\n{PlainText.Cut(PlainText.Defused(message.Text), Math.Max(room, 200))}\n\n{PlainText.Cut(rest, 2_000)}".Replace("\n\n\n\n", "\n\n", StringComparison.Ordinal).Trim(), Longest);
    }

    private static Delivery? Read(HttpStatusCode status, string told)
    {
        try
        {
            using var answer = JsonDocument.Parse(told);
            var root = answer.RootElement;
            if (root.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
            {
                return Delivery.Done;
            }

            var parameters = root.TryGetProperty("parameters", out var more) && more.ValueKind == JsonValueKind.Object ? more : default;
            var wait = parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("retry_after", out var seconds) && seconds.TryGetInt32(out var number) && number > 0 ? TimeSpan.FromSeconds(Math.Min(number, 3600)) : (TimeSpan?)null;
            var moved = parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("migrate_to_chat_id", out _);
            var why = root.TryGetProperty("description", out var description) && description.ValueKind == JsonValueKind.String ? PlainText.LineOf(description.GetString()!, 200) : "no reason";
            return new Delivery(moved ? "the chat has become a supergroup with another id: write it as the channel's target" : $"Telegram answers {(int)status}: {why}")
            {
                RetryAfter = wait,
                IsFinal = status == HttpStatusCode.BadRequest,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return status == HttpStatusCode.OK ? new Delivery("what answers at Telegram's address does not speak as Telegram does") : null;
        }
    }
}
