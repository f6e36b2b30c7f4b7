using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>How much a run logs.</summary>
public enum LogLevelName
{
    /// <summary>Everything.</summary>
    [JsonStringEnumMemberName("debug")]
    Debug,

    /// <summary>What happened.</summary>
    [JsonStringEnumMemberName("info")]
    Info,

    /// <summary>What looks wrong.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>What failed.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
