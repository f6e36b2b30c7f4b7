using System.Diagnostics.Metrics;
using Legator.Core.Runs;

namespace Legator.Operator.QueueWatch;

/// <summary>The run queue in numbers, as the leading operator last saw it.</summary>
internal sealed class QueueMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Operator.Queue");
    private RunQueueReport? _last;

    public QueueMetrics()
    {
        _meter.CreateObservableGauge("legator_queue_waiting", () => Of(report => report.Waiting), description: "Runs that could be claimed now.");
        _meter.CreateObservableGauge("legator_queue_delayed", () => Of(report => report.Delayed), description: "Runs whose time in the queue has not come.");
        _meter.CreateObservableGauge("legator_queue_claimed", () => Of(report => report.Claimed), description: "Runs that runners hold.");
        _meter.CreateObservableGauge("legator_queue_dead_letters", () => Of(report => report.DeadLetters), description: "Queue entries that were given up and are kept to be read.");
        _meter.CreateObservableGauge("legator_queue_age_seconds", () => Of(report => report.OldestAge.TotalSeconds), "s", "How long the oldest waiting run has waited.");
    }

    /// <summary>Keeps what was seen; null when this replica no longer looks.</summary>
    public void Saw(RunQueueReport? report) => Volatile.Write(ref _last, report);

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<T>> Of<T>(Func<RunQueueReport, T> value)
        where T : struct => Volatile.Read(ref _last) is { } report ? [new Measurement<T>(value(report))] : [];
}
