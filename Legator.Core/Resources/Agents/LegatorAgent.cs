using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Agents;

/// <summary>An autonomous agent: who it is, when it runs, what it knows and what it may do.</summary>
[ResourceKind("LegatorAgent", "legatoragents", ShortNames = "lagent")]
[PrinterColumn("Phase", "string", ".status.phase")]
[PrinterColumn("Autonomy", "string", ".spec.guardrails.autonomy")]
[PrinterColumn("Schedule", "string", ".spec.schedule.cron")]
[PrinterColumn("Interval", "string", ".spec.schedule.interval", Priority = 1)]
[PrinterColumn("Last Run", "date", ".status.lastRunTime")]
[PrinterColumn("Runs", "integer", ".status.runCount")]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record LegatorAgent : LegatorResource<LegatorAgentSpec, LegatorAgentStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "LegatorAgent";
}
