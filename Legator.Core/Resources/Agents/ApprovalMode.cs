using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>Which actions wait for a person's decision.</summary>
public enum ApprovalMode
{
    /// <summary>None: what exceeds the autonomy is blocked.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Mutations above the autonomy.</summary>
    [JsonStringEnumMemberName("mutation-gate")]
    MutationGate,

    /// <summary>The plan as a whole, before its first mutation.</summary>
    [JsonStringEnumMemberName("plan-first")]
    PlanFirst,

    /// <summary>Every action, reads too.</summary>
    [JsonStringEnumMemberName("every-action")]
    EveryAction,
}
