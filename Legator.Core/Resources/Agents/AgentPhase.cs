using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>Where an agent stands.</summary>
public enum AgentPhase
{
    /// <summary>Something that it refers to is missing; the conditions say what.</summary>
    [JsonStringEnumMemberName("Pending")]
    Pending,

    /// <summary>Waits for its next run.</summary>
    [JsonStringEnumMemberName("Ready")]
    Ready,

    /// <summary>A run is under way.</summary>
    [JsonStringEnumMemberName("Running")]
    Running,

    /// <summary>The spec cannot be carried out; the conditions say which field to change.</summary>
    [JsonStringEnumMemberName("Error")]
    Error,

    /// <summary>Paused by its owner.</summary>
    [JsonStringEnumMemberName("Paused")]
    Paused,
}
