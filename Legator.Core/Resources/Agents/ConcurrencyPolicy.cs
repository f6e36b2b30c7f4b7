using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>What becomes of a slot that comes while a run of the agent is unfinished.</summary>
public enum ConcurrencyPolicy
{
    /// <summary>It is skipped.</summary>
    [JsonStringEnumMemberName("Forbid")]
    Forbid,

    /// <summary>Its run waits its turn; at most 10 runs wait.</summary>
    [JsonStringEnumMemberName("Queue")]
    Queue,

    /// <summary>Its run takes the place of the unfinished one of the slot before, which is cancelled at the end of its step. Runs that somebody asked for are not cancelled: it waits for them.</summary>
    [JsonStringEnumMemberName("Replace")]
    Replace,
}
