using System.Text.Json.Serialization;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Runs;

/// <summary>The agent as it was when the run was made.</summary>
public sealed record RunSnapshotAgent
{
    /// <summary>Namespace of the agent; the run, its Secrets and its state are there too.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the agent.</summary>
    public required string Name { get; init; }

    /// <summary>Uid of the agent: a new agent of the same name is another one. Null where the API server gave none.</summary>
    public string? Uid { get; init; }

    /// <summary>Generation of the spec below.</summary>
    public long? Generation { get; init; }

    /// <summary>What the agent is and may do.</summary>
    public required LegatorAgentSpec Spec { get; init; }

    /// <summary>The agent's key.</summary>
    [JsonIgnore]
    public AgentKey Key => new(Namespace, Name);
}
