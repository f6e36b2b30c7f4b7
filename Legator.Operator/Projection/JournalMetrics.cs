using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Operator.Projection;

/// <summary>How far the Operator is behind the journal, and how long people take, in numbers.</summary>
internal sealed class JournalMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Operator.Journal");
    private readonly ConcurrentDictionary<string, long> _behind = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RunKey, DateTimeOffset> _asked = new();
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _projector;
    private readonly Histogram<double> _approval;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _since;

    public JournalMetrics(TimeProvider time)
    {
        (_time, _since) = (time, time.GetUtcNow());
        _lag = _meter.CreateHistogram<double>("legator_journal_lag_seconds", "s", "Time from an event of the journal until a follower has read it.");
        _meter.CreateObservableGauge("legator_journal_lag_events", () => _behind.Select(entry => new Measurement<long>(entry.Value, new KeyValuePair<string, object?>("follower", entry.Key))), description: "Events of the journal that a follower has not read yet.");
        _projector = _meter.CreateHistogram<double>("legator_projector_lag_seconds", "s", "Time from a run's last event until its status shows it.");
        _approval = _meter.CreateHistogram<double>("legator_approval_wait_seconds", "s", "Time that runs waited for a person's decision, by what came of it: approved, denied, expired.");
    }

    /// <summary>A follower has read an event.</summary>
    public void Read(string follower, RunEvent next) => Record(_lag, next.Time, new KeyValuePair<string, object?>("follower", follower));

    /// <summary>How many events a follower has still to read; null when it follows no more.</summary>
    public void Behind(string follower, long? events)
    {
        if (events is { } count)
        {
            _behind[follower] = Math.Max(0, count);
        }
        else
        {
            _behind.TryRemove(follower, out _);
        }
    }

    /// <summary>A status shows what a run's journal tells up to an event of that time.</summary>
    public void Projected(DateTimeOffset at) => Record(_projector, at);

    /// <summary>Takes note of questions to people and of what came of them.</summary>
    public void See(RunEvent next)
    {
        switch (next.Data)
        {
            case ApprovalRequested:
                _asked[next.Run] = next.Time;
                break;
            case ApprovalDecided decided:
                Answered(next, decided.Approved ? "approved" : "denied");
                break;
            case ApprovalExpired:
                Answered(next, "expired");
                break;
            case RunFinished:
                _asked.TryRemove(next.Run, out _);
                break;
        }
    }

    public void Dispose() => _meter.Dispose();

    /// <summary>What happened before this process began was counted by the one before it.</summary>
    private void Answered(RunEvent next, string outcome)
    {
        if (_asked.TryRemove(next.Run, out var asked) && next.Time >= _since)
        {
            _approval.Record((next.Time - asked).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private void Record(Histogram<double> histogram, DateTimeOffset at, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (at >= _since)
        {
            histogram.Record(Math.Max(0, (_time.GetUtcNow() - at).TotalSeconds), tags);
        }
    }
}
