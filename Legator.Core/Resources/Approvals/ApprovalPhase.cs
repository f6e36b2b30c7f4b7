using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Approvals;

/// <summary>Where a request for approval stands; all but Pending are final.</summary>
public enum ApprovalPhase
{
    /// <summary>Waits for a person.</summary>
    [JsonStringEnumMemberName("Pending")]
    Pending,

    /// <summary>A person allowed it.</summary>
    [JsonStringEnumMemberName("Approved")]
    Approved,

    /// <summary>A person refused it.</summary>
    [JsonStringEnumMemberName("Denied")]
    Denied,

    /// <summary>Nobody decided in time.</summary>
    [JsonStringEnumMemberName("Expired")]
    Expired,
}
