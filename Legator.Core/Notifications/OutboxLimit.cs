namespace Legator.Core.Notifications;

/// <summary>How much one agent may send to one channel.</summary>
/// <param name="Most">Messages in the window; 0 for no limit.</param>
/// <param name="Window">How far back is counted.</param>
public sealed record OutboxLimit(int Most, TimeSpan Window);
