using System.Text.Json.Serialization;

namespace Legator.Core.Notifications;

/// <summary>What people are told of. The wire names are part of what webhooks get and never change.</summary>
public enum NotificationKind
{
    /// <summary>A run succeeded and found nothing.</summary>
    [JsonStringEnumMemberName("run-succeeded")]
    RunSucceeded,

    /// <summary>A run failed.</summary>
    [JsonStringEnumMemberName("run-failed")]
    RunFailed,

    /// <summary>A run ended with findings.</summary>
    [JsonStringEnumMemberName("run-found")]
    RunFound,

    /// <summary>A run ended as Escalated or Blocked.</summary>
    [JsonStringEnumMemberName("run-escalated")]
    RunEscalated,

    /// <summary>An action was refused, and its agent escalates refusals.</summary>
    [JsonStringEnumMemberName("action-refused")]
    ActionRefused,

    /// <summary>A run waits for a person's decision.</summary>
    [JsonStringEnumMemberName("approval-requested")]
    ApprovalRequested,

    /// <summary>A run was not as its agent's runs usually are.</summary>
    [JsonStringEnumMemberName("run-unusual")]
    RunUnusual,

    /// <summary>What was held back because its agent had sent enough.</summary>
    [JsonStringEnumMemberName("summary")]
    Summary,
}
