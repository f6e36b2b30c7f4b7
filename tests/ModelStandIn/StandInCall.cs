namespace Legator.Tests.ModelStandIn;

/// <summary>A tool call as a model writes it.</summary>
/// <param name="Arguments">JSON, or what a model takes for it.</param>
internal sealed record StandInCall(string Id, string Name, string Arguments);
