using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Vendors;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Canary;

/// <summary>One run calls MCP servers that are shown secrets and say them again, with success and without; afterwards none of the secrets stands in anything that was written, sent to the model or shown.</summary>
public sealed class McpCanaryTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-canary-mcp-").FullName;
    private readonly LogCollector _logs = new();

    [Fact]
    public async Task Secrets_OfMcpServers_AreNowhere()
    {
        await using var site = await McpCanarySite.StartAsync();
        await cluster.ApplyAllAsync(site.Objects());
        var calls = McpCanarySite.Calls.Select((c, i) => ($"c{i}", c.Tool.Replace('.', '_'), JsonSerializer.Serialize(c.Arguments))).ToArray();
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Calls(calls), OpenAIReplies.Says($"I know {string.Join(" and ", site.Secrets.Values)}."));
        await using var lines = new CommandLines();
        using var spans = new SpanCollector();
        IReadOnlyList<RunEvent> events;
        string objects;
        using (var host = Host())
        {
            events = await CanaryTests.PlayAsync(host, site.Run(vendor.Address));
            objects = await CanaryTests.ObjectsAsync(host);
        }

        SqliteConnection.ClearAllPools();
        Outcomes(events).ShouldBe(McpCanarySite.Calls.Select(c => $"{c.Tool} {(c.Works ? "works" : "fails")}"), Said(events));
        site.WasShown.ShouldBeTrue();
        var written = new Dictionary<string, string>
        {
            ["the journal's file"] = string.Concat(Directory.EnumerateFiles(_folder, "journal.db*").Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f)))),
            ["the journal"] = JsonSerializer.Serialize(events, LegatorJson.Options),
            ["what the model was asked"] = string.Concat(vendor.Requests.Select(r => r.Body!.ToJsonString())),
            ["the logs"] = string.Join('\n', _logs.Lines),
            ["the spans"] = string.Join('\n', spans.Spans),
            ["the cluster"] = objects,
            ["command lines"] = string.Join('\n', lines.Seen.Keys),
        };
        written["the journal"].Split("[REDACTED]").Length.ShouldBeGreaterThan(5);
        site.Secrets.SelectMany(s => CanaryTests.Leaks(s.Key, s.Value, written)).ShouldBeEmpty();
        Directory.Delete(_folder, recursive: true);
    }

    private IHost Host() => RunnerHost.Build(
        cluster, _folder, "r1", builder => builder.Logging.AddProvider(_logs).SetMinimumLevel(LogLevel.Trace),
        ("Runner:Mcp:AllowedCommands:0", "node"), ("Runner:Mcp:AllowedVariables:0", "SHOP_KEY"), ("Runner:Mcp:DiscoveryTimeout", "00:01:00"));

    private static IEnumerable<string> Outcomes(IReadOnlyList<RunEvent> events)
    {
        var succeeded = events.Select(e => e.Data).OfType<ActionCompleted>().Where(c => c.Succeeded).Select(c => c.Seq).ToHashSet();
        return McpCanarySite.Calls.Select((c, i) => $"{c.Tool} {(succeeded.Contains(i + 1) ? "works" : "fails")}");
    }

    private static string Said(IReadOnlyList<RunEvent> events) => string.Join('\n', events.Select(e => e.Data).Where(d => d is ActionCompleted or ActionJudged or ToolsDiscovered).Select(d => JsonSerializer.Serialize(d, d.GetType(), LegatorJson.Options)));
}
