namespace Legator.Core.Api;

/// <summary>The request for a run is stored; the run appears under the given name.</summary>
/// <param name="Status">Always <c>accepted</c>.</param>
/// <param name="Agent">Name of the agent.</param>
/// <param name="Namespace">Namespace of agent and run.</param>
/// <param name="Run">Name that the run will have.</param>
/// <param name="Task">The task as stored.</param>
/// <param name="Target">The target as stored.</param>
public sealed record RunAccepted(string Status, string Agent, string Namespace, string Run, string? Task = null, string? Target = null);
