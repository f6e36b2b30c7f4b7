using Legator.Core.Api;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Web.Catalog;

internal static class AgentSummaries
{
    public static AgentSummary Of(LegatorAgent agent)
    {
        var (spec, status) = (agent.Spec, agent.Status);
        var phase = spec.Paused ? AgentPhase.Paused : status?.Phase ?? AgentPhase.Pending;
        var trouble = phase is AgentPhase.Ready or AgentPhase.Running or AgentPhase.Paused ? null : Trouble(status?.Conditions ?? []);
        return new AgentSummary
        {
            Name = agent.Metadata.Name!,
            Namespace = agent.Metadata.Namespace!,
            Phase = WireNames.Of(phase),
            Autonomy = WireNames.Of(spec.Guardrails.Autonomy),
            Schedule = Schedule(spec.Schedule),
            Timezone = spec.Schedule is { Cron: not null, Timezone: not "UTC" } ? spec.Schedule.Timezone : null,
            ModelTier = WireNames.Of(spec.Model.Tier),
            Paused = spec.Paused,
            EnvironmentRef = spec.EnvironmentRef,
            Description = spec.Description,
            Emoji = spec.Emoji,
            Runs = status?.RunCount ?? 0,
            ConsecutiveFailures = status?.ConsecutiveFailures ?? 0,
            LastRunTime = status?.LastRunTime,
            LastRunName = status?.LastRunName,
            NextRunTime = spec.Paused ? null : status?.NextRunTime,
            Reason = trouble?.Reason,
            Message = trouble?.Message ?? (phase == AgentPhase.Pending && status is null ? "The Operator has not looked at it yet: is it running?" : null),
        };
    }

    private static Condition? Trouble(IReadOnlyList<Condition> conditions) =>
        conditions.Where(c => c.Status != "True").OrderBy(c => c.Type == "Ready" ? 1 : 0).FirstOrDefault();

    private static string Schedule(ScheduleSpec schedule) => schedule switch
    {
        { Cron: { Length: > 0 } cron } => cron,
        { Interval: { Length: > 0 } interval } => $"every {interval}",
        _ => "",
    };
}
