namespace Legator.Core.Api;

/// <summary>A scheduled run to come.</summary>
/// <param name="Namespace">Namespace of the agent.</param>
/// <param name="Agent">Name of the agent.</param>
/// <param name="Time">When.</param>
public sealed record NextRun(string Namespace, string Agent, DateTimeOffset Time);
