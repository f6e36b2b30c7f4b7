using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Agents;

/// <summary>How far an agent may go by itself; ordered, later may do more. Data is never changed at any level.</summary>
public enum AutonomyLevel
{
    /// <summary>Reads only.</summary>
    [JsonStringEnumMemberName("observe")]
    Observe,

    /// <summary>Reads, and says what it would do.</summary>
    [JsonStringEnumMemberName("recommend")]
    Recommend,

    /// <summary>Reads, and mutations that can be taken back.</summary>
    [JsonStringEnumMemberName("automate-safe")]
    AutomateSafe,

    /// <summary>Everything but data mutations.</summary>
    [JsonStringEnumMemberName("automate-destructive")]
    AutomateDestructive,
}
