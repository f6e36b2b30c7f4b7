using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Operator.Schedules;

/// <summary>What is to be done about an agent's schedule now.</summary>
/// <param name="Outcome">What becomes of the slot that is due.</param>
/// <param name="Due">The slot that is due; null when none is.</param>
/// <param name="Next">The slot that fires next; null for a schedule without a clock.</param>
/// <param name="Observed">The schedule that counts from now on.</param>
/// <param name="Since">Since when it counts.</param>
internal sealed record SlotDecision(SlotOutcome Outcome, Slot? Due, Slot? Next, string? Observed, DateTimeOffset? Since)
{
    /// <summary>What stands in place of a schedule while an agent is paused.</summary>
    public const string Paused = "paused";

    /// <summary>Most slots of the past that are made up for, and most runs of an agent that wait for each other.</summary>
    public const int MostWaiting = 10;

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>True when more slots are due after this one.</summary>
    public bool IsMoreDue { get; init; }

    /// <summary>Why the slot that is due is passed over; null where it is not.</summary>
    public SlotDropReason? PassedOver { get; init; }

    /// <summary>Slots before the slot that is due that have no run and get none once it is handled.</summary>
    public long Overdue { get; init; }

    /// <summary>The latest of those; null for none.</summary>
    public DateTimeOffset? OverdueLatest { get; init; }

    /// <summary>Decides; pure.</summary>
    public static SlotDecision Of(SlotFacts facts)
    {
        if (facts.Paused || facts.Schedule is null)
        {
            // An unreadable schedule keeps what counted before, so that mending a slip of the pen is no change.
            return facts.Paused ? Changed(facts, Paused) : new SlotDecision(SlotOutcome.None, null, null, facts.ObservedSchedule, facts.ScheduleSince);
        }

        var decision = Changed(facts, facts.Schedule.Expression);
        var horizon = facts.Now + facts.Lead;
        var next = NextOf(facts, horizon);
        var open = Open(facts, decision, horizon);
        return open.Count > 0
            ? Judged(decision, open[0], facts) with { Next = next, IsMoreDue = open.Count > 1 }
            : decision with { Next = next };
    }

    /// <summary>A slot whose run was made ahead is handled, though its time is still to come.</summary>
    private static Slot? NextOf(SlotFacts facts, DateTimeOffset horizon)
    {
        var next = facts.Schedule!.Next(facts.AgentUid, facts.Created, facts.LastSlot is { } last && last > horizon ? last : horizon);
        return next is { } handled && handled.Time <= facts.LastSlot ? facts.Schedule.Next(facts.AgentUid, facts.Created, handled.FiresAt) : next;
    }

    private static List<Slot> Open(SlotFacts facts, SlotDecision decision, DateTimeOffset horizon)
    {
        // A run that the next one replaces at once is not worth making.
        var most = facts.Missed == MissedSlots.All && facts.Concurrency != ConcurrencyPolicy.Replace ? MostWaiting : 1;
        return [.. facts.Schedule!.Missed(facts.AgentUid, facts.Created, horizon, facts.LastSlot, most).Where(due => IsOpen(due, decision, facts))];
    }

    /// <summary>A schedule that changed, or a pause that ended, counts from now on: slots of the past are not made up for.</summary>
    private static SlotDecision Changed(SlotFacts facts, string expression)
    {
        var since = facts.ObservedSchedule is null || facts.ObservedSchedule == expression ? facts.ScheduleSince : facts.Now;
        return new SlotDecision(SlotOutcome.None, null, null, expression, since);
    }

    private static bool IsOpen(Slot due, SlotDecision decision, SlotFacts facts) =>
        (facts.LastSlot is not { } last || due.Time > last) && (decision.Since is not { } since || due.FiresAt > since);

    private static SlotDecision Judged(SlotDecision decision, Slot due, SlotFacts facts)
    {
        var outcome = Judge(due, facts);
        var (overdue, latest) = Overdues(due, facts, decision.Since);
        return decision with
        {
            Outcome = outcome,
            Due = due,
            Overdue = overdue,
            OverdueLatest = latest,
            PassedOver = outcome switch
            {
                SlotOutcome.Miss => SlotDropReason.Overdue,
                SlotOutcome.Skip when facts.Unfinished >= MostWaiting => SlotDropReason.TooManyWaiting,
                SlotOutcome.Skip => SlotDropReason.RunUnfinished,
                _ => null,
            },
        };
    }

    private static (long Count, DateTimeOffset? Latest) Overdues(Slot due, SlotFacts facts, DateTimeOffset? since)
    {
        var schedule = facts.Schedule!;
        var handled = facts.LastSlot ?? facts.Created.AddTicks(-1);
        var beginning = since is { } counts ? schedule.Beginning(facts.AgentUid, facts.Created, counts) : handled;
        var from = beginning > handled ? beginning : handled;
        var passed = schedule.CountBetween(facts.Created, from, due.Time);
        var count = passed == 0 ? 0 : passed - facts.RunsBetween(from, due.Time);
        return count > 0 ? (count, schedule.Before(facts.Created, due)) : (0, null);
    }

    private static SlotOutcome Judge(Slot due, SlotFacts facts)
    {
        if (facts.HasRun(due.Time))
        {
            return SlotOutcome.Run;
        }

        if (facts.ActiveRun is not null && ((facts.Concurrency == ConcurrencyPolicy.Forbid && facts.Missed != MissedSlots.All) || facts.Unfinished >= MostWaiting))
        {
            return SlotOutcome.Skip;
        }

        if (facts.Missed == MissedSlots.Skip && facts.Now - due.FiresAt > Grace)
        {
            return SlotOutcome.Miss;
        }

        return facts.Problem is not null && (!facts.HasRunBefore || facts.LastProblem == facts.Problem) ? SlotOutcome.Hold : SlotOutcome.Run;
    }
}
