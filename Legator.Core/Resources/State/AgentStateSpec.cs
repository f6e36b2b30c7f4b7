namespace Legator.Core.Resources.State;

/// <summary>Whose memory it is, and how large it may grow.</summary>
public sealed record AgentStateSpec
{
    /// <summary>The agent.</summary>
    public string? AgentName { get; init; }

    /// <summary>Most keys. Unset or 0: 100.</summary>
    public int? MaxKeys { get; init; }

    /// <summary>Largest value, in bytes. Unset or 0: 4096.</summary>
    public int? MaxValueSize { get; init; }
}
