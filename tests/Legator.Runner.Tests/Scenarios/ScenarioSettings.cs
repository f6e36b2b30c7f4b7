using System.Text.Json.Nodes;
using Legator.Core.Runs;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>scenario.yaml: what differs from one run by one runner.</summary>
internal sealed record ScenarioSettings
{
    public IReadOnlyList<ScenarioTake> Takes { get; init; } = [new ScenarioTake()];

    /// <summary>The run has no snapshot, for this reason.</summary>
    public string? Problem { get; init; }

    public string Provider { get; init; } = "scripted";

    public string? Task { get; init; }

    /// <summary>The run was started by another agent.</summary>
    public RunSnapshotDelegation? Delegation { get; init; }

    public string? Payload { get; init; }

    /// <summary>Tools of an MCP server at <c>${site}/mcp</c>, as it defines them; <c>answer</c> is what a call answers.</summary>
    public IReadOnlyList<JsonObject> McpTools { get; init; } = [];

    /// <summary>Bodies that a web server answers, by path; its address is written <c>${site}</c>.</summary>
    public IReadOnlyDictionary<string, string> Site { get; init; } = new Dictionary<string, string>();
}
