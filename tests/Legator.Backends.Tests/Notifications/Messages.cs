using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Backends.Tests.Notifications;

/// <summary>Messages for tests of the outbox.</summary>
internal static class Messages
{
    public static OutboxLimit NoLimit { get; } = new(0, TimeSpan.FromHours(1));

    public static Notification Of(string id, string channel = "oncall", string agent = "web", string? @event = null, EscalationTimeoutAction? onTimeout = null) => new()
    {
        Id = id,
        Event = @event ?? $"event-{id}",
        Kind = NotificationKind.RunFailed,
        Severity = Severity.Warning,
        Namespace = "agents",
        Agent = agent,
        Run = "web-1",
        Environment = "home",
        Channel = channel,
        Time = DateTimeOffset.UnixEpoch,
        Title = $"message {id}",
        Text = "what happened",
        Facts = [new NotificationFact("Phase", "Failed")],
        Clock = onTimeout is { } action ? new EscalationClock(60, action) : null,
    };
}
