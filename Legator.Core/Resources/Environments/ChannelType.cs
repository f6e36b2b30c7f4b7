using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>How a channel delivers.</summary>
public enum ChannelType
{
    /// <summary>A Slack webhook.</summary>
    [JsonStringEnumMemberName("slack")]
    Slack,

    /// <summary>A Telegram chat.</summary>
    [JsonStringEnumMemberName("telegram")]
    Telegram,

    /// <summary>An HTTP POST.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,

    /// <summary>Another agent.</summary>
    [JsonStringEnumMemberName("agent")]
    Agent,
}
