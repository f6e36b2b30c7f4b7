using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>What becomes of slots that passed while nobody could make their runs.</summary>
public enum MissedSlots
{
    /// <summary>The latest runs.</summary>
    [JsonStringEnumMemberName("last")]
    Last,

    /// <summary>None that is more than a minute old runs.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip,

    /// <summary>The latest 10 run, one after the other.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}
