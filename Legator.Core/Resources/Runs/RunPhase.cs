using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Runs;

/// <summary>Where a run stands. Succeeded, Failed, Escalated, Blocked and Cancelled are final.</summary>
public enum RunPhase
{
    /// <summary>Waits for a runner.</summary>
    [JsonStringEnumMemberName("Pending")]
    Pending,

    /// <summary>Under way.</summary>
    [JsonStringEnumMemberName("Running")]
    Running,

    /// <summary>Waits for a person's decision.</summary>
    [JsonStringEnumMemberName("AwaitingApproval")]
    AwaitingApproval,

    /// <summary>Done.</summary>
    [JsonStringEnumMemberName("Succeeded")]
    Succeeded,

    /// <summary>Could not be done; reason and message say why.</summary>
    [JsonStringEnumMemberName("Failed")]
    Failed,

    /// <summary>Handed over to a person.</summary>
    [JsonStringEnumMemberName("Escalated")]
    Escalated,

    /// <summary>Guardrails refused everything that it tried.</summary>
    [JsonStringEnumMemberName("Blocked")]
    Blocked,

    /// <summary>Stopped by a person.</summary>
    [JsonStringEnumMemberName("Cancelled")]
    Cancelled,
}
