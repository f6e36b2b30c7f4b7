namespace Legator.Core.Runs.Events;

/// <summary>What the MCP servers of the environment offer the run. The model is offered what stands here and nothing else, also by a runner that resumes the run; a later event of this type replaces an earlier one.</summary>
/// <param name="Environment">Name of the environment.</param>
/// <param name="Servers">The servers that the run's action sheets speak of, by name.</param>
public sealed record ToolsDiscovered(string Environment, IReadOnlyList<DiscoveredServer> Servers) : RunEventData;
