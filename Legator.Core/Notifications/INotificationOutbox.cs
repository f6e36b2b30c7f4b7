namespace Legator.Core.Notifications;

/// <summary>
/// Messages on their way to people. What a method returned from is durable. A message is delivered at least once: it is tried again when the process ends between the
/// delivery and <see cref="DeliveredAsync"/>, and its id is then the same. Every method may throw <see cref="OutboxUnavailableException"/>.
/// </summary>
public interface INotificationOutbox
{
    /// <summary>Up to which position of the journal everything is in the outbox; null when nobody has begun.</summary>
    /// <param name="reader">Who reads: operators that look after different namespaces keep positions of their own.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task<long?> PositionAsync(string reader, CancellationToken cancellationToken);

    /// <summary>Puts messages in and moves the position, both or neither. A message whose id is known is left as it is; one above the limit is held back.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="position">Position of the newest event that the messages tell of; an earlier one than is known changes nothing.</param>
    /// <param name="messages">The messages; may be empty.</param>
    /// <param name="limit">How much one agent may send to one channel.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    Task EnqueueAsync(string reader, long position, IReadOnlyList<Notification> messages, OutboxLimit limit, CancellationToken cancellationToken);

    /// <summary>Takes messages that are due, at most one of each channel, and counts the attempt. Nobody else gets them until the lease is over.</summary>
    /// <param name="lease">How long an attempt may take.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="busy">Channels, as <see cref="Notification.ChannelKey"/>, that are not wanted now.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    Task<IReadOnlyList<OutboxEntry>> TakeAsync(TimeSpan lease, int limit, IReadOnlyCollection<string> busy, CancellationToken cancellationToken);

    /// <summary>When the next message is due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>The receiver took it.</summary>
    Task DeliveredAsync(string id, CancellationToken cancellationToken);

    /// <summary>The attempt failed.</summary>
    /// <param name="id">The message.</param>
    /// <param name="problem">Why, without secrets.</param>
    /// <param name="again">When to try again; null for never.</param>
    /// <param name="channelRests">True when the whole channel rests until then.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    Task FailedAsync(string id, string problem, DateTimeOffset? again, bool channelRests, CancellationToken cancellationToken);

    /// <summary>What has been held back and whose first message is older than a time, by agent and channel.</summary>
    Task<IReadOnlyList<OutboxHeld>> HeldAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Puts a summary in, in the place of the messages that it tells of. Messages that are no longer held back are left alone.</summary>
    Task SummariseAsync(Notification summary, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Escalations that were told and whose answer is overdue.</summary>
    Task<IReadOnlyList<Notification>> OverdueAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Ends the wait for an answer to one message, and tells it once more where there is another.</summary>
    Task LapseAsync(string id, Notification? again, CancellationToken cancellationToken);

    /// <summary>The newest messages that fit.</summary>
    Task<IReadOnlyList<OutboxEntry>> ListAsync(OutboxFilter filter, CancellationToken cancellationToken);

    /// <summary>A message; null when there is none of that id.</summary>
    Task<OutboxEntry?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Has a message that was given up tried again, from the beginning.</summary>
    /// <returns>False when there is none of that id, or it was not given up.</returns>
    Task<bool> RetryAsync(string id, CancellationToken cancellationToken);

    /// <summary>Somebody answers an event, on all channels.</summary>
    /// <returns>False when there is no message of that id, or none that expects an answer.</returns>
    Task<bool> AnswerAsync(string id, string person, CancellationToken cancellationToken);

    /// <summary>Forgets messages that ended before a time; what waits or is held back is kept.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
