using System.Text.Json.Serialization;

namespace Legator.Core.Notifications;

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    /// <summary>It is to be delivered.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Its agent has sent enough for now: it is told of in a summary.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>A summary tells of it.</summary>
    [JsonStringEnumMemberName("summarised")]
    Summarised,

    /// <summary>The receiver took it.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>It was tried as often as it is tried; a person may have it tried again.</summary>
    [JsonStringEnumMemberName("dead")]
    Dead,
}
