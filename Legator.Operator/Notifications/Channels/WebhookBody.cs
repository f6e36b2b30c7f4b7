using Legator.Core.Notifications;
using Legator.Core.Resources;

namespace Legator.Operator.Notifications.Channels;

/// <summary>What webhooks get. Fields are added and never renamed.</summary>
internal sealed record WebhookBody
{
    public int Version { get; init; } = 1;

    public required string Id { get; init; }

    public required string Event { get; init; }

    public required NotificationKind Kind { get; init; }

    public required Severity Severity { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Namespace { get; init; }

    public required string Agent { get; init; }

    public string? Run { get; init; }

    public required string Environment { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    public string? Command { get; init; }

    public string? Link { get; init; }

    public static WebhookBody Of(Notification message) => new()
    {
        Id = message.Id,
        Event = message.Event,
        Kind = message.Kind,
        Severity = message.Severity,
        Time = message.Time,
        Namespace = message.Namespace,
        Agent = message.Agent,
        Run = message.Run,
        Environment = message.Environment,
        Title = message.Title,
        Text = message.Text,
        Facts = message.Facts.GroupBy(fact => fact.Name, StringComparer.Ordinal).ToDictionary(fact => fact.Key, fact => fact.Last().Value, StringComparer.Ordinal),
        Command = message.Command,
        Link = message.Link,
    };
}
