using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Events;

/// <summary>Something that one agent tells others.</summary>
[ResourceKind("AgentEvent", "agentevents", ShortNames = "aev")]
[PrinterColumn("Source", "string", ".spec.sourceAgent")]
[PrinterColumn("Type", "string", ".spec.eventType")]
[PrinterColumn("Severity", "string", ".spec.severity")]
[PrinterColumn("Summary", "string", ".spec.summary", Priority = 1)]
[PrinterColumn("Phase", "string", ".status.phase")]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record AgentEvent : LegatorResource<AgentEventSpec, AgentEventStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "AgentEvent";
}
