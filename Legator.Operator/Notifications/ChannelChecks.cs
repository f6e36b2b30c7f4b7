using System.Globalization;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;
using Legator.Operator.Environments;
using Legator.Operator.Notifications.Channels;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications;

/// <summary>Whether the channels of an environment can be used: what their fields tell, whether their Secrets are there, and what the last attempts came to.</summary>
internal sealed class ChannelChecks(ChannelConnections connections, IOptions<NotificationOptions> options)
{
    public const string Condition = "ChannelsReady";

    /// <summary>The condition; null for an environment without channels.</summary>
    /// <param name="spec">The environment.</param>
    /// <param name="found">What is wrong with the environment as a whole.</param>
    /// <param name="attempts">What the last attempts came to; null when none was made yet.</param>
    public Aspect? Of(LegatorEnvironmentSpec spec, IReadOnlyList<EnvironmentProblem> found, ChannelProblems? attempts)
    {
        if (spec.Channels.Count == 0)
        {
            return null;
        }

        var invalid = Problems(spec).Concat(found.Select(problem => problem.Message).Where(message => message.StartsWith("spec.channels.", StringComparison.Ordinal))).ToList();
        if (invalid.Count > 0)
        {
            return new Aspect(Condition, false, "ChannelInvalid", string.Join("; ", invalid) + ".");
        }

        var failing = (attempts ?? ChannelProblems.None).ByChannel.Where(problem => spec.Channels.ContainsKey(problem.Key)).Select(problem => $"spec.channels.{problem.Key}: {problem.Value}").ToList();
        return failing.Count > 0
            ? new Aspect(Condition, false, "DeliveryFailing", string.Join("; ", failing) + ".")
            : new Aspect(Condition, true, "ChannelsUsable", $"{spec.Channels.Count} channel{(spec.Channels.Count == 1 ? "" : "s")}: nothing is known to be wrong.{Inline(spec)}");
    }

    /// <summary>Who has the address of a Slack webhook can post there, so it belongs into a Secret; it works in the environment all the same.</summary>
    private static string Inline(LegatorEnvironmentSpec spec) =>
        spec.Channels.Where(channel => channel.Value is { Type: ChannelType.Slack, SecretRef: not { Length: > 0 } }).Select(channel => channel.Key).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } names
            ? $" spec.channels.{string.Join(", spec.channels.", names)}: whoever reads the environment can post to the webhook in target: put it into the field url of a Secret."
            : "";

    /// <summary>What the fields of its channels tell. Each problem names the field and the fix.</summary>
    public IEnumerable<string> Problems(LegatorEnvironmentSpec spec) =>
        spec.Channels.OrderBy(channel => channel.Key, StringComparer.Ordinal).Select(channel => Problem(channel.Value) is { } problem ? $"spec.channels.{channel.Key}.{problem}" : null).OfType<string>();

    private string? Problem(ChannelSpec channel) => channel.Type switch
    {
        ChannelType.Slack when channel.SecretRef is not { Length: > 0 } => Uri.TryCreate(channel.Target, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? connections.Refusal(address) is { } refusal ? $"target: {refusal}" : null
            : "secretRef: is not set: name the Secret with url (of an incoming webhook) or token (of a bot)",
        ChannelType.Telegram when channel.SecretRef is not { Length: > 0 } => "secretRef: is not set: name the Secret whose field token holds the bot's token",
        ChannelType.Telegram when !IsChat(channel.Target) => $"target: '{channel.Target}' is no chat: write its id, such as -1001234567890, or @name of a channel",
        ChannelType.Webhook => Uri.TryCreate(channel.Target, UriKind.Absolute, out var address)
            ? connections.Refusal(address) is { } refusal ? $"target: {refusal}" : null
            : $"target: '{channel.Target}' is not a URL: write an absolute one such as https://hooks.example.com/legator",
        ChannelType.Email when !MimeKit.InternetAddressList.TryParse(channel.Target, out var addresses) || addresses.Count == 0 || addresses.Mailboxes.Any(mailbox => !mailbox.Address.Contains('@', StringComparison.Ordinal)) =>
            $"target: '{channel.Target}' is no mail address: write one or more with commas between",
        ChannelType.Email when channel.SecretRef is not { Length: > 0 } && options.Value.Mail.Host.Length == 0 => "secretRef: is not set, and neither is Notifications:Mail:Host: name the Secret whose field host names the mail server",
        ChannelType.Agent when channel.Target.Length == 0 || channel.Target.Contains('/', StringComparison.Ordinal) => $"target: '{channel.Target}' is no agent: write the name of one in the same namespace",
        _ => null,
    };

    private static bool IsChat(string target) => long.TryParse(target, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        || (target is ['@', _, ..] && target.AsSpan(1).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") < 0);
}
