namespace Legator.Core.Notifications;

/// <summary>Messages of one agent that were held back from one channel.</summary>
/// <param name="Messages">The messages, the oldest first; at most the first thousand.</param>
public sealed record OutboxHeld(IReadOnlyList<Notification> Messages);
