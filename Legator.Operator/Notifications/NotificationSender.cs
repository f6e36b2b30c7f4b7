using System.Security.Cryptography;
using System.Text;
using Legator.Core.Health;
using Legator.Core.Notifications;
using Legator.Operator.Control;
using Legator.Operator.Notifications.Channels;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Notifications;

/// <summary>
/// Empties the outbox: at most one message at a time to each channel, so that a receiver that is slow or away holds up nobody else. A message counts as delivered once that is
/// recorded; where the process ends in between, it is sent once more under the same id.
/// </summary>
internal sealed partial class NotificationSender(
    INotificationOutbox outbox,
    Deliveries deliveries,
    DeliveryNews news,
    NotificationMetrics metrics,
    OutboxBell bell,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<NotificationSender> logger,
    ILoopHeartbeats heartbeats) : IOperatorLoop
{
    private const int MostAtOnce = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    public string Name => "notification sender";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var heartbeat = heartbeats.Register(Name, LongestPause * 30);
        var busy = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                await bell.WaitAsync(await TurnAsync(busy, heartbeat, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(busy.Values);
        }
    }

    /// <returns>How long nothing is due.</returns>
    private async Task<TimeSpan> TurnAsync(Dictionary<string, Task> busy, ILoopHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(busy, cancellationToken);
            var pause = await PauseAsync(cancellationToken);
            heartbeat.Beat();
            return pause;
        }
        catch (OutboxUnavailableException exception)
        {
            heartbeat.Fault("the outbox of notifications gives no answer");
            Log.NoOutbox(logger, exception);
            return LongestPause;
        }
    }

    private async Task StartAsync(Dictionary<string, Task> busy, CancellationToken cancellationToken)
    {
        foreach (var done in busy.Where(work => work.Value.IsCompleted).Select(work => work.Key).ToList())
        {
            busy.Remove(done);
        }

        if (busy.Count >= MostAtOnce)
        {
            return;
        }

        foreach (var entry in await outbox.TakeAsync(options.Value.AttemptTimeout * 2, MostAtOnce - busy.Count, busy.Keys, cancellationToken))
        {
            busy[entry.Notification.ChannelKey] = SendAsync(entry, cancellationToken);
        }
    }

    private async Task<TimeSpan> PauseAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.NextDueAsync(cancellationToken) - time.GetUtcNow();
        return due is not { } wait || wait > LongestPause ? LongestPause : wait > ShortestPause ? wait : ShortestPause;
    }

    private async Task SendAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        // An attempt that is under way when the process ends may come to its end: what it comes to would be unknown else.
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stop = cancellationToken.Register(() => end.CancelAfter(Grace));
        try
        {
            await RecordAsync(entry, await deliveries.TryAsync(entry.Notification, options.Value.AttemptTimeout, time, end.Token));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await ReleaseAsync(entry);
        }
        catch (Exception exception)
        {
            Log.NotRecorded(logger, exception, entry.Notification.Id);
        }
        finally
        {
            bell.Ring();
        }
    }

    /// <summary>Whoever leads next need not wait for the lease.</summary>
    private async Task ReleaseAsync(OutboxEntry entry)
    {
        try
        {
            await outbox.FailedAsync(entry.Notification.Id, "the Operator ended before there was an answer", time.GetUtcNow(), channelRests: false, CancellationToken.None);
        }
        catch (OutboxUnavailableException exception)
        {
            Log.NotRecorded(logger, exception, entry.Notification.Id);
        }
    }

    private async Task RecordAsync(OutboxEntry entry, Delivery delivery)
    {
        var message = entry.Notification;
        if (delivery.Problem is not { } problem)
        {
            await outbox.DeliveredAsync(message.Id, CancellationToken.None);
            metrics.Tried(message, "delivered");
            news.Delivered(message);
            return;
        }

        var dead = delivery.IsFinal || entry.Attempts >= options.Value.MaxAttempts;
        DateTimeOffset? again = dead ? null : time.GetUtcNow() + Pause(entry, delivery);
        await outbox.FailedAsync(message.Id, problem, again, delivery.RetryAfter is not null, CancellationToken.None);
        metrics.Tried(message, dead ? "dead" : "failed");
        news.Failed(message, problem, dead);
        Log.Failed(logger, message.Id, message.ChannelKey, entry.Attempts, problem, again);
    }

    /// <summary>Doubles with each failure, a little different for each message, and never shorter than the receiver asks for.</summary>
    private TimeSpan Pause(OutboxEntry entry, Delivery delivery)
    {
        var doubled = options.Value.FirstRetry * Math.Pow(2, Math.Min(entry.Attempts - 1, 30));
        var bounded = doubled < options.Value.LongestRetry ? doubled : options.Value.LongestRetry;
        var pause = bounded * (0.9 + (SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Notification.Id}/{entry.Attempts}"))[0] / 255.0 * 0.2));
        return delivery.RetryAfter is { } asked && asked > pause ? asked : pause;
    }

    private static partial class Log
    {
        [LoggerMessage(5811, LogLevel.Warning, "Notifications: delivery {Id} to {Channel} failed at attempt {Attempt}: {Problem}; next at {Again}")]
        public static partial void Failed(ILogger logger, string id, string channel, int attempt, string problem, DateTimeOffset? again);

        [LoggerMessage(5813, LogLevel.Warning, "Notifications: the outbox gives no answer now, so nothing is sent")]
        public static partial void NoOutbox(ILogger logger, Exception exception);

        [LoggerMessage(5812, LogLevel.Error, "Notifications: what became of delivery {Id} could not be recorded, so it may be sent again")]
        public static partial void NotRecorded(ILogger logger, Exception exception, string id);
    }
}
