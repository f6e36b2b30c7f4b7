namespace Legator.Core.Resources.Agents;

/// <summary>What the environment must offer, e.g. kubectl.read, http, or a capability of an MCP server.</summary>
public sealed record CapabilitiesSpec
{
    /// <summary>What the agent cannot do without; a condition says which of these the environment lacks.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Used where present.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];
}
