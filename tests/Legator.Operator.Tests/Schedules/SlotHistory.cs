using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;
using Legator.Operator.Schedules;

namespace Legator.Operator.Tests.Schedules;

/// <summary>The life of one agent: an Operator that looks now and then, dies between the run and the status, and edits and pauses that come in between; runs that take their time.</summary>
internal sealed class SlotHistory(Schedule schedule, DateTimeOffset created, MissedSlots missed, ConcurrencyPolicy policy, Random random)
{
    private const string Uid = "uid-1";
    private readonly List<(DateTimeOffset Slot, DateTimeOffset Ends)> _runs = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _pauses = [];
    private LegatorAgentStatus _status = new();
    private TimeSpan _age;

    private DateTimeOffset Now => created + _age;

    /// <summary>Slots by the agent's status.</summary>
    public long Counted => _status.DroppedSlots?.Sum(some => some.Count) ?? 0;

    public IEnumerable<DateTimeOffset> Doubled => _runs.GroupBy(run => run.Slot).Where(same => same.Count() > 1).Select(same => same.Key);

    /// <summary>Slots that were due up to the last that was handled, outside of pauses, and have no run.</summary>
    public long WithoutRun
    {
        get
        {
            var count = 0L;
            for (var slot = schedule.Next(Uid, created, created.AddTicks(-1)); slot is { } due && due.Time <= _status.LastScheduleTime; slot = schedule.Next(Uid, created, due.FiresAt))
            {
                count += _runs.Exists(run => run.Slot == due.Time) || _pauses.Exists(pause => due.Time > pause.From && due.FiresAt <= pause.To) ? 0 : 1;
            }

            return count;
        }
    }

    public void Live(int looks)
    {
        for (var look = 0; look < looks; look++)
        {
            _age += TimeSpan.FromSeconds(random.Next(10) == 0 ? random.Next(3600) : random.Next(60));
            if (random.Next(25) == 0)
            {
                Pause();
            }

            Look();
        }
    }

    /// <summary>The pause is seen at once, and so is its end; slots that were due before it and not handled go with it.</summary>
    private void Pause()
    {
        var handled = _status.LastScheduleTime ?? created.AddTicks(-1);
        Apply(Decide(paused: true), makes: false);
        _age += TimeSpan.FromSeconds(random.Next(600));
        _pauses.Add((handled, Now));
    }

    private void Look()
    {
        while (Decide(paused: false) is var slot)
        {
            Apply(slot, makes: slot.Outcome == SlotOutcome.Run);
            if (!slot.IsMoreDue)
            {
                return;
            }
        }
    }

    private SlotDecision Decide(bool paused) => SlotDecision.Of(new SlotFacts
    {
        Schedule = schedule,
        AgentUid = Uid,
        Created = created,
        Now = Now,
        Paused = paused,
        ObservedSchedule = _status.ObservedSchedule,
        ScheduleSince = _status.ScheduleSince,
        LastSlot = _status.LastScheduleTime,
        ActiveRun = _runs.Exists(run => run.Ends > Now) ? "a run" : null,
        Unfinished = _runs.Count(run => run.Ends > Now),
        Concurrency = policy,
        Missed = missed,
        HasRun = time => _runs.Exists(run => run.Slot == time),
        RunsBetween = (after, before) => _runs.Count(run => run.Slot > after && run.Slot < before),
    });

    private void Apply(SlotDecision slot, bool makes)
    {
        if (makes && !_runs.Exists(run => run.Slot == slot.Due!.Value.Time))
        {
            _runs.Add((slot.Due!.Value.Time, Now + TimeSpan.FromSeconds(random.Next(400))));
            if (random.Next(8) == 0)
            {
                // The leader dies here; another looks later.
                _age += TimeSpan.FromSeconds(random.Next(600));
                return;
            }
        }

        _status = _status with
        {
            ObservedSchedule = slot.Observed,
            ScheduleSince = slot.Since,
            LastScheduleTime = slot.Outcome is SlotOutcome.Run or SlotOutcome.Skip or SlotOutcome.Miss ? slot.Due!.Value.Time : _status.LastScheduleTime,
            DroppedSlots = SlotTally.Sum(_status.DroppedSlots, SlotTally.Of(slot)),
        };
    }
}
