using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>Who hears of an escalation.</summary>
public enum EscalationTarget
{
    /// <summary>The agent that delegated the work.</summary>
    [JsonStringEnumMemberName("parent")]
    Parent,

    /// <summary>A channel of the environment.</summary>
    [JsonStringEnumMemberName("channel")]
    Channel,

    /// <summary>A person, through every channel that reaches one.</summary>
    [JsonStringEnumMemberName("human")]
    Human,
}
