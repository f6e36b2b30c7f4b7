namespace Legator.Core.Notifications;

/// <summary>A message in the outbox.</summary>
/// <param name="Notification">The message.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was tried, the attempt under way included.</param>
/// <param name="Due">When it is tried next, or may be taken from an attempt that never came back.</param>
public sealed record OutboxEntry(Notification Notification, OutboxState State, int Attempts, DateTimeOffset Due)
{
    /// <summary>Why the last attempt failed, without secrets; null when none did.</summary>
    public string? Problem { get; init; }

    /// <summary>When it was delivered or given up; null before.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Who answered; null while nobody did, and where no answer is expected.</summary>
    public string? AnsweredBy { get; init; }
}
