using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Providers;

/// <summary>Long runs with parallel calls, by the session, against each vendor's rules, with whole replies and streamed ones.</summary>
public sealed class LongConversationTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private const int Turns = 60;

    public static TheoryData<string, bool> Providers => new([.. Vendor.Names.SelectMany(p => new[] { (p, false), (p, true) })]);

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Vendor_TakesEveryRequestOfALongRun(string provider, bool streaming)
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules(provider), (turn, _) => Says(provider, turn));
        var snapshot = ProviderRun.Snapshot(provider, vendor.Address);
        snapshot = snapshot with
        {
            Model = snapshot.Model with { Streaming = streaming ? true : null },
            Limits = snapshot.Limits with { MaxIterations = Turns + 2, TokenBudget = 1_000_000_000, TimeoutMs = 600_000 },
        };
        var events = await ProviderRun.PlayAsync(cluster, $"long-{provider}-{(streaming ? "streamed" : "whole")}", snapshot);
        vendor.Requests.ShouldAllBe(r => ((bool?)r["stream"] ?? false) == streaming);
        vendor.Problems.ShouldBeEmpty();
        vendor.Requests.Count.ShouldBe(Turns + 1);
        var replies = events.OfType<ModelReplied>().ToList();
        replies.Count.ShouldBe(Turns + 1);
        replies.SelectMany(r => r.ToolCalls).Count(c => c.Tool is "state.get" or "state.set").ShouldBe((Turns * 3) - (Turns / 25));
        replies.SelectMany(r => r.ToolCalls).Select(c => c.Id).ShouldBeUnique();
        events.OfType<RunFinished>().ShouldHaveSingleItem().Phase.ShouldBe("Succeeded");
    }

    /// <summary>Texts beside calls, calls alone, blank texts, malformed arguments, tools that there are not: what models do.</summary>
    private static StandInTurn Says(string provider, int turn)
    {
        if (turn > Turns)
        {
            return new StandInTurn("INFO: all is well.");
        }

        var odd = provider is "anthropic" or "ollama" ? """{"key":["not","a","text"]}""" : """{"key": """;
        var text = (turn % 4) switch { 0 => "", 1 => $"Turn {turn}.  \n", 2 => "  ", _ => "Let me see: \"quoted\" \u00e4\u4e2d\ud83d\ude00" };
        return new StandInTurn(
            text,
            new StandInCall(Vendor.Id(provider, turn, 1), "state_get", """{"key":"a"}"""),
            new StandInCall(Vendor.Id(provider, turn, 2), "state_set", turn % 10 == 0 ? odd : $$"""{"key":"k{{turn % 7}}","value":"v{{turn}}"}"""),
            new StandInCall(Vendor.Id(provider, turn, 3), turn % 25 == 0 ? "made_up_tool" : "state_get", "{}"));
    }
}
