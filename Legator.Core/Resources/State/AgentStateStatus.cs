namespace Legator.Core.Resources.State;

/// <summary>What is remembered; written by the state tools of the agent's runs.</summary>
public sealed record AgentStateStatus
{
    /// <summary>Values by key.</summary>
    public IReadOnlyDictionary<string, StateEntry> Entries { get; init; } = new Dictionary<string, StateEntry>();

    /// <summary>Size of all keys and values, in bytes; at most 65536.</summary>
    public int? TotalSize { get; init; }

    /// <summary>How many keys there are.</summary>
    public int? KeyCount { get; init; }

    /// <summary>When a value last changed.</summary>
    public DateTimeOffset? LastUpdated { get; init; }
}
