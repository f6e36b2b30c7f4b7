using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>What becomes of a skill whose branch or tag is moved.</summary>
public enum SkillUpdates
{
    /// <summary>The agent stays with what it was when it was first seen, until its source is written anew; that it moved is told.</summary>
    [JsonStringEnumMemberName("pin")]
    Pin,

    /// <summary>Later runs take the new one.</summary>
    [JsonStringEnumMemberName("follow")]
    Follow,
}
