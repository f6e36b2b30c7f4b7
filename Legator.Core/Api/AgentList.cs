namespace Legator.Core.Api;

/// <summary>One page of agents, ordered by name, then namespace.</summary>
/// <param name="Agents">The page.</param>
/// <param name="Total">Agents that match the filters, on all pages.</param>
/// <param name="Continue">Cursor of the next page; null on the last.</param>
public sealed record AgentList(IReadOnlyList<AgentSummary> Agents, int Total, string? Continue = null);
