namespace Legator.Core.Api;

/// <summary>Agents by state.</summary>
/// <param name="Total">All.</param>
/// <param name="Ready">Ready or running.</param>
/// <param name="Paused">Paused by a person.</param>
public sealed record AgentCounts(int Total, int Ready, int Paused);
