using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>How a channel delivers.</summary>
public enum ChannelType
{
    /// <summary>A Slack channel, by an incoming webhook or a bot.</summary>
    [JsonStringEnumMemberName("slack")]
    Slack,

    /// <summary>A Telegram chat.</summary>
    [JsonStringEnumMemberName("telegram")]
    Telegram,

    /// <summary>An HTTP POST, signed.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,

    /// <summary>E-mail.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>Another agent.</summary>
    [JsonStringEnumMemberName("agent")]
    Agent,
}
