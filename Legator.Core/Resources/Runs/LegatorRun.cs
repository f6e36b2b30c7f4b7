using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Runs;

/// <summary>One run of an agent: the record of what it did, was refused and found. Never changes once finished.</summary>
[ResourceKind("LegatorRun", "legatorruns", ShortNames = "lrun")]
[PrinterColumn("Agent", "string", ".spec.agentRef")]
[PrinterColumn("Phase", "string", ".status.phase")]
[PrinterColumn("Trigger", "string", ".spec.trigger")]
[PrinterColumn("Duration", "integer", ".status.usage.wallClockMs", Priority = 1)]
[PrinterColumn("Tokens", "integer", ".status.usage.totalTokens", Priority = 1)]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record LegatorRun : LegatorResource<LegatorRunSpec, LegatorRunStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "LegatorRun";
}
