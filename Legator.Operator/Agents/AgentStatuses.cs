using System.Globalization;
using Legator.Core.Resources.Agents;
using Legator.Operator.Control;
using Legator.Operator.Runs;
using Legator.Operator.Schedules;
using Legator.Operator.Triggers.ClusterEvents;

namespace Legator.Operator.Agents;

/// <summary>Computes an agent's status from what was found; pure, and the same input gives the same status.</summary>
internal static class AgentStatuses
{
    public static LegatorAgentStatus Of(LegatorAgent agent, AgentReview review, SlotDecision slot, string? refusal, IReadOnlyList<RunHead> runs, DateTimeOffset now)
    {
        var active = RunController.NextOf(runs)?.Name;
        var tally = RunTally.Of(agent.Status, runs);
        Aspect[] aspects = [review.Ready(), review.Environment, review.Model, review.Skills, Scheduled(agent, review, slot, refusal, active), AgentEffects.Of(agent.Spec, review.FoundEnvironment), .. review.Triggers is { } triggers ? [triggers] : Array.Empty<Aspect>()];
        var observed = ObservedTriggers.Of(agent.Spec);
        return new LegatorAgentStatus
        {
            Phase = Phase(agent, review, active),
            LastRunTime = tally.LastTime,
            LastRunName = tally.LastName,
            RunCount = tally.Count,
            ConsecutiveFailures = tally.Failures,
            ActiveRun = active,
            NextRunTime = slot.Next?.FiresAt,
            LastScheduleTime = refusal is null && slot.Outcome is SlotOutcome.Run or SlotOutcome.Skip or SlotOutcome.Miss ? slot.Due!.Value.Time : agent.Status?.LastScheduleTime,
            DroppedSlots = refusal is null ? SlotTally.Sum(agent.Status?.DroppedSlots, SlotTally.Of(slot)) : agent.Status?.DroppedSlots,
            ObservedSchedule = slot.Observed,
            ScheduleSince = slot.Since,
            ObservedTriggers = observed,
            TriggersSince = observed is null ? null : observed == agent.Status?.ObservedTriggers ? agent.Status.TriggersSince ?? now : now,
            Skills = review.Pins.Count == 0 ? null : review.Pins,
            ObservedGeneration = agent.Metadata.Generation,
            Conditions = ConditionList.Build(agent.Status?.Conditions, aspects, agent.Metadata.Generation, now),
        };
    }

    private static AgentPhase Phase(LegatorAgent agent, AgentReview review, string? active)
    {
        if (active is not null)
        {
            return AgentPhase.Running;
        }

        if (agent.Spec.Paused)
        {
            return AgentPhase.Paused;
        }

        return review.IsReady ? AgentPhase.Ready : review.IsMalformed ? AgentPhase.Error : AgentPhase.Pending;
    }

    private static Aspect Scheduled(LegatorAgent agent, AgentReview review, SlotDecision slot, string? refusal, string? active)
    {
        Aspect Is(bool holds, string reason, string message) => new(AgentConditions.Scheduled, holds, reason, message);

        if (!review.Schedule.IsValid)
        {
            return Is(false, AgentConditions.ScheduleInvalid, string.Join(" ", review.Schedule.Errors));
        }

        if (agent.Spec.Paused)
        {
            return Is(false, AgentConditions.Paused, "spec.paused is true: set it to false to let the schedule run; the annotation legator.io/run-now still starts a run.");
        }

        if (!review.Schedule.Schedule.HasClock)
        {
            return Is(false, AgentConditions.NoClock, "Neither spec.schedule.cron nor spec.schedule.interval is set: only triggers and people start runs.");
        }

        return slot.Outcome switch
        {
            _ when refusal is not null => Is(false, AgentConditions.RunRefused, $"The API refuses the run of slot {Text(slot)}: {refusal}"),
            SlotOutcome.Hold => Is(false, AgentConditions.WaitsUntilReady, "No run is made while the condition Ready is False; the latest slot that was missed runs as soon as it is True."),
            SlotOutcome.Skip => Is(true, AgentConditions.SlotSkipped, $"Slot {Text(slot)} was skipped: run {active} is not finished."),
            SlotOutcome.Miss => Is(true, AgentConditions.SlotSkipped, $"Slot {Text(slot)} was skipped: it is past, and spec.schedule.missedSlots is skip."),
            SlotOutcome.None when SkippedBefore(agent, slot) is { } kept => kept,
            _ => Is(true, AgentConditions.ScheduleActive, $"Runs by {slot.Observed}."),
        };
    }

    /// <summary>A skipped slot stays on view until the next one is handled.</summary>
    private static Aspect? SkippedBefore(LegatorAgent agent, SlotDecision slot) =>
        agent.Status is { } status && status.ObservedSchedule == slot.Observed
        && status.Conditions.FirstOrDefault(condition => condition is { Type: AgentConditions.Scheduled, Reason: AgentConditions.SlotSkipped }) is { } kept
            ? new Aspect(kept.Type, true, kept.Reason, kept.Message)
            : null;

    public static string Text(SlotDecision slot) => Text(slot.Due?.Time);

    public static string Text(DateTimeOffset? slot) => slot?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
