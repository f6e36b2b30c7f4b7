using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Events;

/// <summary>Where a task stands; the last four are final.</summary>
public enum AgentTaskState
{
    /// <summary>No run works on it yet.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>The receiver's run was made.</summary>
    [JsonStringEnumMemberName("in-progress")]
    InProgress,

    /// <summary>The receiver said that it takes it on.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Done.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>The receiver could not do it, or its run did not succeed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It was not handed over: nobody stands behind it, or the receiver does not take it.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>There was no answer within its ttl.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
