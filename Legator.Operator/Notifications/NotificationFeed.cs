using Legator.Backends.Kubernetes;
using Legator.Core.Notifications;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Control;
using Legator.Operator.Projection;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications;

/// <summary>
/// Reads the journal from where the outbox says that it was read up to, and puts what people are to be told of into the outbox. An event is told once: the position moves together
/// with the messages, and their ids follow from the event.
/// </summary>
internal sealed partial class NotificationFeed(
    IRunJournal journal,
    JournalTail tail,
    INotificationOutbox outbox,
    RunNews news,
    OutboxBell bell,
    IOptions<OperatorOptions> operatorOptions,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<NotificationFeed> logger) : IOperatorLoop
{
    private const int MostUnrecorded = 500;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private int _unrecorded;

    public string Name => "notification feed";

    /// <summary>Operators that look after different namespaces read for themselves.</summary>
    private string Reader => operatorOptions.Value.Namespaces is { Length: > 0 } namespaces ? string.Join(',', namespaces.Order(StringComparer.Ordinal)) : "*";

    private OutboxLimit Limit => new(options.Value.PerHour, Window);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        news.Begin();
        await tail.FollowAsync(Name, await tail.StartAsync(Name, PositionAsync, cancellationToken), TakeAsync, cancellationToken);
    }

    private async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        if (await outbox.PositionAsync(Reader, cancellationToken) is { } position)
        {
            return position;
        }

        // Whoever starts to be told is not told of all that ever happened, but of what happens from the start of the process on, however long its first steps take.
        var first = await journal.PositionBeforeAsync(_started - Skew, cancellationToken);
        await outbox.EnqueueAsync(Reader, first, [], Limit, cancellationToken);
        return first;
    }

    private async Task TakeAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var messages = operatorOptions.Value.Includes(entry.Event.Run.Namespace) ? await MessagesAsync(entry.Event, cancellationToken) : [];
        if (messages.Count == 0 && entry.Event.Data is not RunFinished && ++_unrecorded < MostUnrecorded)
        {
            return;
        }

        await outbox.EnqueueAsync(Reader, entry.Position, messages, Limit, cancellationToken);
        _unrecorded = 0;
        if (messages.Count > 0)
        {
            bell.Ring();
        }
    }

    /// <summary>What gives no answer now is asked again; what cannot be told at all must not keep everything behind it from being told.</summary>
    private async Task<IReadOnlyList<Notification>> MessagesAsync(RunEvent next, CancellationToken cancellationToken)
    {
        try
        {
            return await news.OfAsync(next, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ClusterException or HttpRequestException or JournalUnavailableException))
        {
            Log.Skipped(logger, exception, next.Run, next.Sequence);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5801, LogLevel.Error, "Notifications: event {Sequence} of run {Run} could not be told")]
        public static partial void Skipped(ILogger logger, Exception exception, RunKey run, long sequence);
    }
}
