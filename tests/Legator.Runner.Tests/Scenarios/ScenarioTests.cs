using System.Text.Json.Nodes;
using Legator.Runner.Tests.Replay;
using Legator.Runner.Tests.Vendors;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>Each folder of tests/scenarios is a case. <c>LEGATOR_UPDATE_GOLDEN=1</c> writes the expected journals anew.</summary>
public abstract class ScenarioTests(ScenarioCluster cluster)
{
    public static TheoryData<string> Names => [.. Directory.EnumerateDirectories(Scenario.Root).Select(d => Path.GetFileName(d)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Journal_IsAsExpected(string name)
    {
        Assert.SkipWhen(cluster.Kubeconfig is null, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        var settings = new Scenario(name, new Uri("http://site")).Settings;
        await using var site = await FakeSite.StartAsync(settings.Site, settings.McpTools);
        var scenario = new Scenario(name, site.Address);
        await using var vendor = scenario.Model is { } model ? await FakeVendor.StartAsync([.. model.Select(Reply)]) : null;
        var folder = Directory.CreateTempSubdirectory("legator-scenario").FullName;
        try
        {
            var runner = new ScenarioRunner(cluster, scenario, vendor, folder);
            var events = await runner.PlayAsync();
            await RecordedRuns.ShouldReplayAsync(runner.Runs, events);
            Compare(JournalText.Of(events, site.Address), scenario.ExpectedPath);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string actual, string path)
    {
        if (Environment.GetEnvironmentVariable("LEGATOR_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var (lines, expected) = (actual.Split('\n'), File.ReadAllText(path).Split('\n'));
        var differing = Enumerable.Range(0, Math.Max(lines.Length, expected.Length)).Where(i => lines.ElementAtOrDefault(i) != expected.ElementAtOrDefault(i)).ToList();
        Assert.True(differing.Count == 0, differing.Count == 0 ? "" : $"{path}\nexpected: {expected.ElementAtOrDefault(differing[0])}\nbut was:  {lines.ElementAtOrDefault(differing[0])}");
    }

    private static VendorReply Reply(JsonNode? reply) => reply!["calls"] is JsonArray calls
        ? OpenAIReplies.Calls(Tokens(reply, 0, 10), Tokens(reply, 1, 5), [.. calls.Select((c, i) => ($"call_{i}", (string)c!["tool"]!, (string)c["arguments"]!))])
        : OpenAIReplies.Says((string)reply["text"]!, (string?)reply["finish"] ?? "stop", Tokens(reply, 0, 10), Tokens(reply, 1, 5));

    private static int Tokens(JsonNode reply, int index, int otherwise) => (int?)reply["tokens"]?[index] ?? otherwise;
}
