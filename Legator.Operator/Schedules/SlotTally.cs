using Legator.Core.Resources.Agents;

namespace Legator.Operator.Schedules;

/// <summary>Counts the slots that have no run: each once, in the same write that says that it was handled.</summary>
internal static class SlotTally
{
    /// <summary>The slots that a decision drops, once its slot is handled: those before it, and it.</summary>
    public static IEnumerable<DroppedSlots> Of(SlotDecision slot)
    {
        if (slot.Due is not { } due || slot.Outcome is SlotOutcome.None or SlotOutcome.Hold)
        {
            yield break;
        }

        if (slot.Overdue > 0)
        {
            yield return new DroppedSlots { Reason = SlotDropReason.Overdue, Count = slot.Overdue, Latest = slot.OverdueLatest };
        }

        if (slot.PassedOver is { } reason)
        {
            yield return new DroppedSlots { Reason = reason, Count = 1, Latest = due.Time };
        }
    }

    /// <summary>What was counted before with what is new.</summary>
    /// <returns>In the order of the reasons; null for nothing.</returns>
    public static IReadOnlyList<DroppedSlots>? Sum(IReadOnlyList<DroppedSlots>? before, IEnumerable<DroppedSlots> more)
    {
        var sums = (before ?? []).Concat(more).GroupBy(some => some.Reason).OrderBy(same => same.Key)
            .Select(same => new DroppedSlots { Reason = same.Key, Count = same.Sum(some => some.Count), Latest = same.Max(some => some.Latest) }).ToList();
        return sums.Count == 0 ? null : sums;
    }
}
