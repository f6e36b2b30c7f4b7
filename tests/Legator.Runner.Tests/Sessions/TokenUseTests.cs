using System.Text;
using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Sessions;

/// <summary>Runs of 50 turns whose tools say much: what the vendor is sent stays flat once the window is full.</summary>
public sealed class TokenUseTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private const int Turns = 50;
    private const double Flat = 1.3;
    private static readonly int[] Mixed = [8_192, 300, 64_000, 2_000, 0, 20_000, 8_192, 900, 40_000, 8_192, 5_000];

    [Theory]
    [InlineData("openai", 1, 8_192)]
    [InlineData("anthropic", 3, 8_192)]
    [InlineData("ollama", 1, 65_536)]
    [InlineData("vllm", 3, 65_536)]
    [InlineData("anthropic", 1, 0)]
    [InlineData("openai", 3, 0)]
    public async Task Requests_StayFlatOnceTheWindowIsFull(string provider, int calls, int bytes)
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules(provider), (turn, _) => Says(provider, turn, calls, bytes));
        var limits = new RunSnapshotLimits { MaxIterations = Turns, TokenBudget = 10_000_000, TimeoutMs = 600_000 };
        var recording = await SessionPlay.RecordAsync(cluster, $"flat-{provider}-{calls}-{bytes}", SessionPlay.Snapshot(provider, vendor.Address, "talk.read", limits), new TalkTool());
        vendor.Problems.ShouldBeEmpty();
        recording.Events.Select(e => e.Data).OfType<RunFinished>().ShouldHaveSingleItem().Phase.ShouldBe("Succeeded");
        var requests = vendor.Requests;
        requests.Count.ShouldBe(Turns);
        var full = requests.Where(r => Text(r).Contains("left out here", StringComparison.Ordinal)).Select(r => Encoding.UTF8.GetByteCount(Text(r))).ToList();
        full.Count.ShouldBeGreaterThan(Turns / 2);
        ((double)full.Max() / full.Min()).ShouldBeLessThanOrEqualTo(Flat, $"{full.Min()} to {full.Max()} bytes");
        requests.Max(r => Encoding.UTF8.GetByteCount(Text(r))).ShouldBeLessThanOrEqualTo((int)(full.Min() * Flat));
    }

    [Fact]
    public async Task Requests_BeginWithTheLastOneForAWhile_AndAnthropicIsToldToKeepThem()
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules("anthropic"), (turn, _) => Says("anthropic", turn, 1, 4_000));
        var limits = new RunSnapshotLimits { MaxIterations = Turns, TokenBudget = 10_000_000, TimeoutMs = 600_000 };
        await SessionPlay.RecordAsync(cluster, "flat-prefix", SessionPlay.Snapshot("anthropic", vendor.Address, "talk.read", limits), new TalkTool());
        var (kept, marked) = (0, 0);
        foreach (var (before, now) in vendor.Requests.Zip(vendor.Requests.Skip(1)))
        {
            var goesOn = Messages(now).Take(Messages(before).Count).SequenceEqual(Messages(before));
            var mark = before["messages"]!.AsArray()[^1]!["content"]!.AsArray()[^1]!["cache_control"] is not null;
            (kept, marked) = (kept + (goesOn ? 1 : 0), marked + (goesOn && mark ? 1 : 0));
        }

        kept.ShouldBeGreaterThan(Turns * 2 / 3);
        marked.ShouldBe(kept);
    }

    private static List<string> Messages(JsonObject request)
    {
        var plain = (JsonArray)request["messages"]!.DeepClone();
        foreach (var block in plain.SelectMany(m => m!["content"] as JsonArray ?? []).OfType<JsonObject>())
        {
            block.Remove("cache_control");
        }

        return [.. plain.Select(m => m!.ToJsonString())];
    }

    private static string Text(JsonObject request) => request.ToJsonString();

    private static StandInTurn Says(string provider, int turn, int calls, int bytes) => turn == Turns
        ? new StandInTurn("INFO: all is well.")
        : new StandInTurn("", [.. Enumerable.Range(1, calls).Select(call => new StandInCall(Vendor.Id(provider, turn, call), "talk_read", $$"""{"bytes":{{(bytes > 0 ? bytes : Mixed[((turn * calls) + call) % Mixed.Length])}}}"""))]);
}
