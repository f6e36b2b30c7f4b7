using System.Globalization;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Scheduling;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The slots that an agent's schedule names, and what its status says of them.</summary>
internal sealed class ChaosSlots(LegatorAgent agent)
{
    private readonly Schedule _schedule = Schedule.Parse(agent.Spec.Schedule).Schedule!;

    public string Name { get; } = agent.Metadata.Name ?? "";

    /// <summary>Slots that the status counts as having no run.</summary>
    public long Dropped => agent.Status?.DroppedSlots?.Sum(some => some.Count) ?? 0;

    /// <summary>The same by reason, in words.</summary>
    public string Reasons => string.Join(", ", (agent.Status?.DroppedSlots ?? []).Select(some => $"{some.Reason} {some.Count}"));

    /// <summary>The first slot after those that were handled; null without a clock.</summary>
    public DateTimeOffset? Next => After(agent.Status?.LastScheduleTime ?? Created.AddTicks(-1));

    /// <summary>Every slot from the agent's creation to the last that was handled.</summary>
    public IEnumerable<DateTimeOffset> Handled
    {
        get
        {
            for (var slot = After(Created.AddTicks(-1)); slot <= agent.Status?.LastScheduleTime; slot = After(slot.Value))
            {
                yield return slot.Value;
            }
        }
    }

    /// <summary>What must not be: each slot that was handled has its one run, or is counted as having none.</summary>
    public IEnumerable<string> Problems(IEnumerable<LegatorRun> all)
    {
        var made = all.Where(r => r.Spec.AgentRef == Name && r.Spec.Slot is not null).ToLookup(r => r.Spec.Slot!.Value);
        var handled = Handled.ToList();
        foreach (var doubled in made.Where(s => s.Count() > 1))
        {
            yield return $"doubled: slot {doubled.Key:HH:mm:ss} of {Name} has {string.Join(", ", doubled.Select(r => r.Metadata.Name))}";
        }

        var without = handled.Where(slot => !made.Contains(slot)).ToList();
        if (without.Count != Dropped)
        {
            yield return $"lost: {Name} has no run for {Text(without)}, and counts {Dropped} such slots: {Reasons}";
        }

        // The run is made before the status says so: where a leader fell in between and the agent was paused then, the status stays one slot behind.
        if (made.Select(s => s.Key).Where(slot => After(slot.AddTicks(-1)) != slot).ToList() is { Count: > 0 } strange)
        {
            yield return $"{Name} has runs of slots that its schedule does not name: {Text(strange)}";
        }
    }

    private static string Text(IEnumerable<DateTimeOffset> slots) => string.Join(", ", slots.Select(slot => slot.ToString("HH:mm:ss", CultureInfo.InvariantCulture)));

    private DateTimeOffset Created => agent.Metadata.CreationTimestamp!.Value;

    /// <summary>True when a slot of up to then is not handled.</summary>
    public bool IsDue(DateTimeOffset until) => Next <= until;

    // Without jitter a slot fires at its own time.
    private DateTimeOffset? After(DateTimeOffset time) => _schedule.Next(agent.Metadata.Uid ?? "", Created, time)?.Time;
}
