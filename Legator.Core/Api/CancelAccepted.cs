namespace Legator.Core.Api;

/// <summary>The request that a run ends is stored; the runner that holds the run ends it after its present step.</summary>
/// <param name="Status">Always <c>accepted</c>.</param>
/// <param name="Agent">Name of the agent.</param>
/// <param name="Namespace">Namespace of agent and run.</param>
/// <param name="Run">Name of the run.</param>
/// <param name="By">Whose request it is; where there was one before, whose that was.</param>
public sealed record CancelAccepted(string Status, string Agent, string Namespace, string Run, string By);
