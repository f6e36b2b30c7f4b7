namespace Legator.Core.Api;

/// <summary>A run that was not as the agent's runs usually are.</summary>
/// <param name="Id">Name of the AgentEvent.</param>
/// <param name="Namespace">Namespace of the agent.</param>
/// <param name="SourceAgent">The agent.</param>
/// <param name="SourceRun">The run.</param>
/// <param name="Kind"><c>frequency-spike</c>, <c>scope-spike</c> or <c>target-drift</c>.</param>
/// <param name="Severity"><c>warning</c> or <c>critical</c>.</param>
/// <param name="Summary">What is unusual.</param>
/// <param name="Time">When it was found.</param>
public sealed record AnomalyItem(string Id, string Namespace, string SourceAgent, string? SourceRun, string Kind, string Severity, string Summary, DateTimeOffset Time);
