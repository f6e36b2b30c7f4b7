using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Approvals;

/// <summary>A run asks a person to allow one exact action.</summary>
[ResourceKind("ApprovalRequest", "approvalrequests", ShortNames = "appr")]
[PrinterColumn("Agent", "string", ".spec.agentName")]
[PrinterColumn("Action", "string", ".spec.action.tool")]
[PrinterColumn("Tier", "string", ".spec.action.tier")]
[PrinterColumn("Phase", "string", ".status.phase")]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record ApprovalRequest : LegatorResource<ApprovalRequestSpec, ApprovalRequestStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "ApprovalRequest";
}
