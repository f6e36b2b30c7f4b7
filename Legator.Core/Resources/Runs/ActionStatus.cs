using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Runs;

/// <summary>What became of an action.</summary>
public enum ActionStatus
{
    /// <summary>Carried out.</summary>
    [JsonStringEnumMemberName("executed")]
    Executed,

    /// <summary>Refused by a guardrail.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked,

    /// <summary>Tried, and the tool reported an error.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Not tried: it was done a short while ago.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,

    /// <summary>Allowed by a person and carried out.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>Refused by a person, or by nobody's answer in time.</summary>
    [JsonStringEnumMemberName("denied")]
    Denied,

    /// <summary>Waits for a person.</summary>
    [JsonStringEnumMemberName("pending-approval")]
    PendingApproval,

    /// <summary>Begun, and the outcome was never recorded: the process died in between.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
