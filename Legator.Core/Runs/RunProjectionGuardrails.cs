using System.Text.Json;
using Legator.Core.Resources.Runs;

namespace Legator.Core.Runs;

/// <summary>Sums up what the guardrails did and how much of the limits was used.</summary>
internal static class RunProjectionGuardrails
{
    public static GuardrailSummary Summarise(LegatorRunStatus status, RunProjectionOmissions omitted, RunSnapshot? snapshot) => new()
    {
        ChecksPerformed = status.Actions.Count + omitted.Actions,
        ActionsBlocked = status.Actions.Count(a => a.Status == ActionStatus.Blocked) + omitted.Blocked,
        EscalationsTriggered = status.Actions.Count(a => a.Escalation is not null) + omitted.Escalated,
        AutonomyCeiling = snapshot is null ? null : JsonSerializer.SerializeToElement(snapshot.Agent.Spec.Guardrails.Autonomy, LegatorJson.Options).GetString(),
        BudgetUsed = snapshot is null ? null : Budget(status.Usage ?? new UsageSummary(), snapshot.Limits),
    };

    private static BudgetUsage Budget(UsageSummary usage, RunSnapshotLimits limits) => new()
    {
        TokensUsed = usage.TotalTokens,
        TokenBudget = limits.TokenBudget,
        IterationsUsed = usage.Iterations,
        MaxIterations = limits.MaxIterations,
        WallClockMs = usage.WallClockMs,
        TimeoutMs = limits.TimeoutMs,
    };
}
