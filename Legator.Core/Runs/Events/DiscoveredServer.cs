namespace Legator.Core.Runs.Events;

/// <summary>An MCP server as a run found it.</summary>
/// <param name="Name">Name in the environment.</param>
/// <param name="Version">What it calls itself, redacted; null when it did not answer.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
/// <param name="Offers">How many tools it has, also those that no action sheet speaks of.</param>
/// <param name="Tools">The tools that an action sheet speaks of, by name.</param>
/// <param name="Refused">Why tools that an action sheet speaks of are not among them, a sentence each.</param>
public sealed record DiscoveredServer(
    string Name,
    string? Version,
    string? Problem,
    int Offers,
    IReadOnlyList<DiscoveredTool> Tools,
    IReadOnlyList<string> Refused);
