using System.Diagnostics.Metrics;
using Legator.Core.Notifications;

namespace Legator.Operator.Notifications;

/// <summary>What became of messages, in numbers.</summary>
internal sealed class NotificationMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Operator.Notifications");
    private readonly Counter<long> _attempts;

    public NotificationMetrics() => _attempts = _meter.CreateCounter<long>("legator_notifications", description: "Attempts to deliver a message, by what came of them: delivered, failed, dead.");

    /// <summary>An attempt is over.</summary>
    public void Tried(Notification message, string outcome) =>
        _attempts.Add(1, new("namespace", message.Namespace), new("agent", message.Agent), new("environment", message.Environment), new("channel", message.Channel), new("outcome", outcome));

    public void Dispose() => _meter.Dispose();
}
