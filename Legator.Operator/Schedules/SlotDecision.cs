using Legator.Core.Scheduling;

namespace Legator.Operator.Schedules;

/// <summary>What is to be done about an agent's schedule now.</summary>
/// <param name="Outcome">What becomes of <paramref name="Due"/>.</param>
/// <param name="Due">The slot that is due; null when none is.</param>
/// <param name="Next">The slot that fires next; null for a schedule without a clock.</param>
/// <param name="Observed">The schedule that counts from now on.</param>
/// <param name="Since">Since when it counts.</param>
internal sealed record SlotDecision(SlotOutcome Outcome, Slot? Due, Slot? Next, string? Observed, DateTimeOffset? Since)
{
    /// <summary>What stands in place of a schedule while an agent is paused.</summary>
    public const string Paused = "paused";

    /// <summary>Decides; pure.</summary>
    public static SlotDecision Of(SlotFacts facts)
    {
        if (facts.Paused || facts.Schedule is null)
        {
            // An unreadable schedule keeps what counted before, so that mending a slip of the pen is no change.
            return facts.Paused ? Changed(facts, Paused) : new SlotDecision(SlotOutcome.None, null, null, facts.ObservedSchedule, facts.ScheduleSince);
        }

        var decision = Changed(facts, facts.Schedule.Expression);
        var next = facts.Schedule.Next(facts.AgentUid, facts.Created, facts.Now);
        return facts.Schedule.Due(facts.AgentUid, facts.Created, facts.Now) is { } due && IsOpen(due, decision, facts)
            ? decision with { Outcome = Judge(due, facts), Due = due, Next = next }
            : decision with { Next = next };
    }

    /// <summary>A schedule that changed, or a pause that ended, counts from now on: slots of the past are not made up for.</summary>
    private static SlotDecision Changed(SlotFacts facts, string expression)
    {
        var since = facts.ObservedSchedule is null || facts.ObservedSchedule == expression ? facts.ScheduleSince : facts.Now;
        return new SlotDecision(SlotOutcome.None, null, null, expression, since);
    }

    private static bool IsOpen(Slot due, SlotDecision decision, SlotFacts facts) =>
        (facts.LastSlot is not { } last || due.Time > last) && (decision.Since is not { } since || due.FiresAt > since);

    private static SlotOutcome Judge(Slot due, SlotFacts facts)
    {
        if (facts.HasRun(due.Time))
        {
            return SlotOutcome.Run;
        }

        if (facts.ActiveRun is not null)
        {
            return SlotOutcome.Skip;
        }

        return facts.Problem is not null && (!facts.HasRunBefore || facts.LastProblem == facts.Problem) ? SlotOutcome.Hold : SlotOutcome.Run;
    }
}
