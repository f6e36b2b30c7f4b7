namespace Legator.Core.Resources.Agents;

/// <summary>What the environment must offer, e.g. kubectl.read, http, or a capability of an MCP server.</summary>
public sealed record CapabilitiesSpec
{
    /// <summary>Without these the agent is not ready.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Used where present.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];
}
