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
}
