using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>Where an environment stands.</summary>
public enum EnvironmentPhase
{
    /// <summary>Not looked at yet.</summary>
    [JsonStringEnumMemberName("Pending")]
    Pending,

    /// <summary>Usable.</summary>
    [JsonStringEnumMemberName("Ready")]
    Ready,

    /// <summary>Something that it refers to is missing or wrong; the conditions say what.</summary>
    [JsonStringEnumMemberName("Error")]
    Error,
}
