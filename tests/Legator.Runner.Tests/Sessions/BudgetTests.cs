using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Replay;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Sessions;

/// <summary>The budget of a run, before, during and after each request to a vendor's stand-in that counts what it is sent.</summary>
public sealed class BudgetTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    [Theory]
    [InlineData(6_000, 500)]
    [InlineData(12_000, 2_000)]
    [InlineData(50_000, 8_192)]
    public async Task Budget_Holds_AndItsEndForcesOneReport(int budget, int bytes)
    {
        var left = budget;
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules("openai"), (turn, request) =>
        {
            var reply = Says(turn, request, bytes) with { TokensIn = request.ToJsonString().Length / 4, TokensOut = 60 };
            var most = (int)request["max_completion_tokens"]!;
            most.ShouldBeLessThanOrEqualTo(Math.Max(1_024, left - (reply.TokensIn * 3 / 4)));
            left -= reply.TokensIn + reply.TokensOut;
            return reply;
        });
        var events = await PlayAsync($"budget-{budget}", vendor, budget);
        vendor.Problems.ShouldBeEmpty();
        vendor.Requests.Count(r => r["tools"] is null).ShouldBe(1);
        vendor.Requests[^1]["tools"].ShouldBeNull();
        var replies = events.OfType<ModelReplied>().ToList();
        replies.Count.ShouldBeGreaterThan(1);
        replies.Sum(r => r.TokensIn + r.TokensOut).ShouldBeInRange(budget / 3, budget * 11 / 10);
        replies.Select(r => r.Request!.ReportFor).ShouldBe([.. replies.SkipLast(1).Select(_ => (string?)null), "budget"]);
        events.OfType<RunFinished>().ShouldHaveSingleItem().Reason.ShouldBe("BudgetUsedUp");
    }

    [Fact]
    public async Task VendorThatCountsNothing_IsCountedForIt()
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules("openai"), (turn, request) => Says(turn, request, 2_000) with { TokensIn = 0, TokensOut = 0 });
        var events = await PlayAsync("budget-uncounted", vendor, 12_000);
        var replies = events.OfType<ModelReplied>().ToList();
        replies.ShouldAllBe(r => r.TokensEstimated == true && r.TokensIn > 100 && r.TokensOut > 0);
        replies.Sum(r => r.TokensIn + r.TokensOut).ShouldBeLessThan(13_200);
        events.OfType<RunFinished>().ShouldHaveSingleItem().Reason.ShouldBe("BudgetUsedUp");
    }

    private async Task<IReadOnlyList<RunEventData>> PlayAsync(string name, ModelVendor vendor, int budget)
    {
        var limits = new RunSnapshotLimits { MaxIterations = 200, TokenBudget = budget, TimeoutMs = 600_000 };
        RunRecording recording = await SessionPlay.RecordAsync(cluster, name, SessionPlay.Snapshot("openai", vendor.Address, "talk.read", limits), new TalkTool());
        return [.. recording.Events.Select(e => e.Data)];
    }

    private static StandInTurn Says(int turn, JsonObject request, int bytes) => request["tools"] is null
        ? new StandInTurn("INFO: that is all.")
        : new StandInTurn("", new StandInCall(Vendor.Id("openai", turn, 1), "talk_read", $$"""{"bytes":{{bytes}}}"""));
}
