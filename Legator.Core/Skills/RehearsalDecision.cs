using System.Text.Json.Serialization;

namespace Legator.Core.Skills;

/// <summary>What a person answers in a scene.</summary>
public enum RehearsalDecision
{
    /// <summary>Nobody answers, and the question expires.</summary>
    [JsonStringEnumMemberName("nobody")]
    Nobody,

    /// <summary>Yes to everything.</summary>
    [JsonStringEnumMemberName("approve")]
    Approve,

    /// <summary>No to everything.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,
}
