using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>How loudly an outcome is told.</summary>
public enum ReportingAction
{
    /// <summary>Recorded in the run, told to nobody.</summary>
    [JsonStringEnumMemberName("silent")]
    Silent,

    /// <summary>Written to the log.</summary>
    [JsonStringEnumMemberName("log")]
    Log,

    /// <summary>Sent to the environment's channels.</summary>
    [JsonStringEnumMemberName("notify")]
    Notify,

    /// <summary>Sent to the escalation target.</summary>
    [JsonStringEnumMemberName("escalate")]
    Escalate,
}
