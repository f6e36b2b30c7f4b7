using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Events;

/// <summary>Where an event stands.</summary>
public enum AgentEventPhase
{
    /// <summary>Published.</summary>
    [JsonStringEnumMemberName("New")]
    New,

    /// <summary>Seen by an agent.</summary>
    [JsonStringEnumMemberName("Delivered")]
    Delivered,

    /// <summary>Acted upon.</summary>
    [JsonStringEnumMemberName("Consumed")]
    Consumed,

    /// <summary>Older than its ttl.</summary>
    [JsonStringEnumMemberName("Expired")]
    Expired,
}
