using System.Diagnostics.Metrics;
using Legator.Core.Resources.Agents;

namespace Legator.Operator.Schedules;

/// <summary>How punctual schedules are, in numbers; an agent whose spec.observability.metrics is false is left out.</summary>
internal sealed class ScheduleMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Operator.Schedules");
    private readonly Gauge<double> _lag;

    private readonly Counter<long> _dropped;

    public ScheduleMetrics()
    {
        _lag = _meter.CreateGauge<double>("legator_schedule_lag_seconds", "s", "How long after its slot the latest scheduled run of an agent was made.");
        _dropped = _meter.CreateCounter<long>("legator_slots_dropped", description: "Slots that have no run.");
    }

    /// <summary>The run of a slot was made.</summary>
    public void Made(LegatorAgent agent, TimeSpan late)
    {
        if (agent.Spec.Observability is not { Metrics: false })
        {
            _lag.Record(Math.Max(0, late.TotalSeconds), new("namespace", agent.Metadata.Namespace), new("agent", agent.Metadata.Name));
        }
    }

    /// <summary>Slots were passed over.</summary>
    public void Dropped(LegatorAgent agent, DroppedSlots slots)
    {
        if (agent.Spec.Observability is not { Metrics: false })
        {
            _dropped.Add(slots.Count, new("namespace", agent.Metadata.Namespace), new("agent", agent.Metadata.Name), new("reason", slots.Reason.ToString()));
        }
    }

    public void Dispose() => _meter.Dispose();
}
