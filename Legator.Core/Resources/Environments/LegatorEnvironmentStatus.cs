using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Environments;

/// <summary>Whether an environment can be used; written by the Operator.</summary>
public sealed record LegatorEnvironmentStatus
{
    /// <summary>Where it stands, in a word; the conditions say why.</summary>
    public EnvironmentPhase? Phase { get; init; }

    /// <summary>Names of the agents that work on it.</summary>
    public IReadOnlyList<string> ReferencedBy { get; init; } = [];

    /// <summary>How many endpoints it has.</summary>
    public int? EndpointCount { get; init; }

    /// <summary>The generation of the spec that this status was computed from.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Its MCP servers, as the newest run that meant to use them found them.</summary>
    [ListMapKey("name")]
    public IReadOnlyList<McpServerStatus> McpServers { get; init; } = [];

    /// <summary>Aspects of the environment, e.g. Ready.</summary>
    [ListMapKey("type")]
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
