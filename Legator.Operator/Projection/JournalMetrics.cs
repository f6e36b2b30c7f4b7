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
    private readonly ConcurrentDictionary<RunKey, Dictionary<string, DateTimeOffset?>> _asked = new();
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _projector;
    private readonly Histogram<double> _approval;
    private readonly TimeProvider _time;
    private long _since;

    public JournalMetrics(TimeProvider time)
    {
        (_time, _since) = (time, time.GetUtcNow().UtcTicks);
        _lag = _meter.CreateHistogram<double>("legator_journal_lag_seconds", "s", "Time from an event of the journal until a follower has read it.");
        _meter.CreateObservableGauge("legator_journal_lag_events", () => _behind.Select(entry => new Measurement<long>(entry.Value, new KeyValuePair<string, object?>("follower", entry.Key))), description: "Events of the journal that a follower has not read yet.");
        _projector = _meter.CreateHistogram<double>("legator_projector_lag_seconds", "s", "Time from a run's last event until its status shows it.");
        _approval = _meter.CreateHistogram<double>("legator_approval_wait_seconds", "s", "Time that runs waited for a person's decision, by what came of it: approved, denied, expired.");
    }

    internal Meter Meter => _meter;

    /// <summary>This process leads from now on: what happened before was counted by the one before it.</summary>
    public void Begin()
    {
        Volatile.Write(ref _since, _time.GetUtcNow().UtcTicks);
        _asked.Clear();
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

    /// <summary>Takes note of questions to people and of what came of them; a journal that is read again counts once. One run's events are seen one after the other.</summary>
    public void See(RunEvent next)
    {
        switch (next.Data)
        {
            case ApprovalRequested asked:
                _asked.GetOrAdd(next.Run, _ => new(StringComparer.Ordinal)).TryAdd(asked.Request, next.Time);
                break;
            case ApprovalDecided decided:
                Answered(next, decided.Request, decided.Approved ? "approved" : "denied");
                break;
            case ApprovalExpired expired:
                Answered(next, expired.Request, "expired");
                break;
        }
    }

    /// <summary>A run's journal is not read any more.</summary>
    public void Forget(RunKey run) => _asked.TryRemove(run, out _);

    public void Dispose() => _meter.Dispose();

    private void Answered(RunEvent next, string request, string outcome)
    {
        if (!_asked.TryGetValue(next.Run, out var questions) || !questions.TryGetValue(request, out var at) || at is not { } asked)
        {
            return;
        }

        questions[request] = null;
        if (next.Time.UtcTicks >= Volatile.Read(ref _since))
        {
            _approval.Record((next.Time - asked).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private void Record(Histogram<double> histogram, DateTimeOffset at, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (at.UtcTicks >= Volatile.Read(ref _since))
        {
            histogram.Record(Math.Max(0, (_time.GetUtcNow() - at).TotalSeconds), tags);
        }
    }
}
