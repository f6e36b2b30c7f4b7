using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.UserPolicies;

/// <summary>Who may do what through Legator's own API.</summary>
[ResourceKind("UserPolicy", "userpolicies", Namespaced = false, ShortNames = "upol")]
[PrinterColumn("Role", "string", ".spec.role")]
[PrinterColumn("Ready", "boolean", ".status.ready")]
[PrinterColumn("Subjects", "integer", ".status.matchedSubjects", Priority = 1)]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
public sealed record UserPolicy : LegatorResource<UserPolicySpec, UserPolicyStatus>
{
    /// <inheritdoc />
    public override string Kind { get; init; } = "UserPolicy";
}
