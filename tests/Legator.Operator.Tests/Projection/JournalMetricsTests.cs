using System.Diagnostics.Metrics;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Projection;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Projection;

public sealed class JournalMetricsTests : IDisposable
{
    private static readonly RunKey Run = new("agents", "web-1");
    private readonly FakeTimeProvider _time = new();
    private readonly JournalMetrics _metrics;
    private readonly MeterListener _listener = new();
    private readonly List<(double Seconds, string Outcome)> _waits = [];
    private long _sequence;

    public JournalMetricsTests()
    {
        _metrics = new JournalMetrics(_time);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _metrics.Meter) && instrument.Name == "legator_approval_wait_seconds")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => _waits.Add((value, (string)tags[0].Value!)));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public void Question_WhoseJournalIsReadAgain_CountsOnce()
    {
        _metrics.Begin();
        RunEvent[] events = [Asked("q1"), Later(30, Decided("q1", true)), Asked("q2"), Later(60, new ApprovalExpired(2, "q2"))];
        foreach (var next in events.Concat(events).Append(Event(new RunFinished("Succeeded", "Completed", ""))).Concat(events))
        {
            _metrics.See(next);
        }

        _waits.ShouldBe([(30, "approved"), (60, "expired")]);
    }

    [Fact]
    public void Question_AnsweredUnderTheLeaderBefore_WasCountedByIt()
    {
        RunEvent[] events = [Asked("q1"), Later(30, Decided("q1", false)), Asked("q2")];
        _time.Advance(TimeSpan.FromMinutes(5));
        _metrics.Begin();
        foreach (var next in events.Append(Event(Decided("q2", false))))
        {
            _metrics.See(next);
        }

        _waits.ShouldBe([(300, "denied")]);
    }

    private RunEvent Asked(string request) =>
        Event(new ApprovalRequested(1, request, _time.GetUtcNow().AddHours(1), new ApprovalTerms { Tier = RiskTier.ServiceMutation }, ActionPreview.None("no")));

    private RunEvent Later(int seconds, RunEventData data)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return Event(data);
    }

    private RunEvent Event(RunEventData data) => new(Run, ++_sequence, _time.GetUtcNow(), data, "", "");

    private static ApprovalDecided Decided(string request, bool approved) => new(1, request, default, approved, "ann", null);
}
