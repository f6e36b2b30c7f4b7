using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Cli.Tests;

/// <summary>The real executable against an API that knows three agents, one of them broken.</summary>
public sealed class AgentCommandTests(WebWithFleet web) : IClassFixture<WebWithFleet>
{
    [Fact]
    public async Task AgentsList_Table_IsAsDocumented()
    {
        var run = await web.LegatorAsync("agents", "list");
        run.Lines.ShouldBe(
        [
            "NAME            PHASE    AUTONOMY  SCHEDULE     RUNS  LAST RUN",
            "forge           Pending  observe   on request   0     -",
            "herald          Paused   observe   0 8 * * *    0     -",
            "watchman-light  Ready    observe   */5 * * * *  16    2h ago",
            "⚠ forge: spec.environmentRef: there is no LegatorEnvironment 'shop': create it.",
        ]);
    }

    [Fact]
    public async Task AgentsList_Json_IsWhatTheApiSays()
    {
        var json = JsonNode.Parse((await web.LegatorAsync("agents", "list", "-o", "json")).Out)!;
        json["agents"]!.AsArray().Select(a => (string?)a!["name"]).ShouldBe(["forge", "herald", "watchman-light"]);
        var yaml = Yaml.Parse((await web.LegatorAsync("agents", "list", "-o", "yaml")).Out)!;
        JsonNode.DeepEquals(yaml, json).ShouldBeTrue();
    }

    [Fact]
    public async Task AgentsGet_Unknown_SaysWhere()
    {
        var run = await web.LegatorAsync("agents", "get", "nobody");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe($"legator: There is no agent 'nobody' in namespace '{web.Namespace}'.\n");
    }

    [Fact]
    public async Task Status_SomethingBroken_SaysWhatAndWhy()
    {
        var run = await web.LegatorAsync("status");
        run.ExitCode.ShouldBe(0);
        run.Lines[..3].ShouldBe(["⚡ Legator Status", "─────────────────", "State:        degraded — LegatorAgent forge: EnvironmentNotFound."]);
        run.Lines.ShouldContain("Agents:       1/3 ready (1 paused)");
        run.Out.ShouldContain("there is no LegatorEnvironment 'shop': create it.");
    }
}
