namespace Legator.Core.Api;

/// <summary>The newest messages that fit.</summary>
/// <param name="Notifications">The messages, the newest first.</param>
public sealed record NotificationList(IReadOnlyList<NotificationItem> Notifications);
