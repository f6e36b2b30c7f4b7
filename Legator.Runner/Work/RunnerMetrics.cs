using System.Diagnostics.Metrics;
using Legator.Core.Runs;

namespace Legator.Runner.Work;

/// <summary>What this process makes of the queue, in numbers.</summary>
internal sealed class RunnerMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Runner.Work");
    private readonly Histogram<double> _waited;
    private readonly UpDownCounter<long> _sessions;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _brokeOff;

    private long _active;

    public RunnerMetrics()
    {
        _waited = _meter.CreateHistogram<double>("legator_queue_claim_latency_seconds", "s", "Time that runs waited in the queue until a runner claimed them.");
        _sessions = _meter.CreateUpDownCounter<long>("legator_active_runs", description: "Runs that this process works on.");
        _lost = _meter.CreateCounter<long>("legator_queue_taken_over", description: "Claims on runs whose earlier runner went silent.");
        _brokeOff = _meter.CreateCounter<long>("legator_sessions_broken_off", description: "Sessions that ended because a part which the run needs failed; the run is tried again.");
    }

    /// <summary>Runs that this process works on.</summary>
    public long Sessions => Interlocked.Read(ref _active);

    /// <summary>A run was claimed; dispose when this process no longer works on it.</summary>
    public IDisposable Claimed(IRunClaim claim)
    {
        var priority = new KeyValuePair<string, object?>("priority", claim.Entry.Priority == RunPriority.Interactive ? "interactive" : "scheduled");
        _waited.Record(claim.Waited.TotalSeconds, priority);
        Change(1);
        if (claim.Losses > 0)
        {
            _lost.Add(1);
        }

        return new Session(this);
    }

    /// <summary>A session ended by a fault that is not the run's.</summary>
    public void BrokeOff() => _brokeOff.Add(1);

    public void Dispose() => _meter.Dispose();

    private void Change(int by)
    {
        Interlocked.Add(ref _active, by);
        _sessions.Add(by);
    }

    private sealed class Session(RunnerMetrics metrics) : IDisposable
    {
        public void Dispose() => metrics.Change(-1);
    }
}
