using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>Which actions wait for a person's decision.</summary>
public enum ApprovalMode
{
    /// <summary>None: what exceeds the autonomy is blocked.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Mutations above the autonomy; those that it covers need nobody.</summary>
    [JsonStringEnumMemberName("mutation-gate")]
    MutationGate,

    /// <summary>Every mutation, also those that the autonomy covers, unless it is part of an approved plan.</summary>
    [JsonStringEnumMemberName("plan-first")]
    PlanFirst,

    /// <summary>Every action but reads, whatever the autonomy and whatever was planned.</summary>
    [JsonStringEnumMemberName("every-action")]
    EveryAction,
}
