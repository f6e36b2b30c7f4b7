using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Providers;

/// <summary>A run goes on at another vendor when its own is down, with the conversation as it stands.</summary>
public sealed class FallbackTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    [Theory]
    [InlineData("kimi", "anthropic")]
    [InlineData("vllm", "openai")]
    [InlineData("anthropic", "ollama")]
    [InlineData("ollama", "kimi")]
    public async Task Vendor_ThatGoesDownInTheMiddle_IsReplaced(string first, string second)
    {
        ModelVendor? own = null;
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules(first), (turn, _) =>
        {
            own!.Down = turn == 3 ? 529 : null;
            return Call(first, turn);
        });
        own = vendor;
        await using var other = await ModelVendor.StartAsync(Vendor.Rules(second), (turn, _) => turn < 3 ? Call(second, turn + 3) : new StandInTurn("INFO: done."));
        var events = await ProviderRun.PlayAsync(cluster, $"fallback-{first}", WithFallback(first, vendor.Address, second, other.Address));
        (string.Join("\n", vendor.Problems), string.Join("\n", other.Problems)).ShouldBe(("", ""));
        var replies = events.OfType<ModelReplied>().ToList();
        replies.Select(r => r.ServedBy).ShouldBe([null, null, null, $"{second}/other", $"{second}/other", $"{second}/other"]);
        replies[3].FallbackReason!.ShouldStartWith($"{first}/m: The provider answered 529");
        events.OfType<RunFinished>().ShouldHaveSingleItem().Phase.ShouldBe("Succeeded");
        JsonSerializer.Serialize(events, LegatorJson.Options).ShouldNotContain(ModelVendor.Key);
    }

    [Fact]
    public async Task Vendor_ThatRefusesTheRequest_IsNotReplaced()
    {
        await using var vendor = await ModelVendor.StartAsync(new AnthropicRules(), (_, _) => new StandInTurn("never"));
        vendor.Down = 400;
        await using var other = await ModelVendor.StartAsync(new OllamaRules(), (_, _) => new StandInTurn("never"));
        var events = await ProviderRun.PlayAsync(cluster, "fallback-refused", WithFallback("anthropic", vendor.Address, "ollama", other.Address));
        events.OfType<ModelFailed>().ShouldHaveSingleItem().Message.ShouldContain("400");
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secret_ThatIsMissing_LeavesTheRunToTheFallback()
    {
        await using var other = await ModelVendor.StartAsync(new OllamaRules(), (_, _) => new StandInTurn("INFO: done."));
        var snapshot = WithFallback("anthropic", new Uri("http://127.0.0.1:9"), "ollama", other.Address);
        snapshot = snapshot with { Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "nowhere", "api-key")) } };
        var reply = (await ProviderRun.PlayAsync(cluster, "fallback-secret", snapshot)).OfType<ModelReplied>().ShouldHaveSingleItem();
        reply.FallbackReason!.ShouldContain("'nowhere'");
    }

    private static RunSnapshot WithFallback(string first, Uri vendor, string second, Uri other)
    {
        var snapshot = ProviderRun.Snapshot(first, vendor);
        return snapshot with { Model = snapshot.Model with { Fallbacks = [ProviderRun.Snapshot(second, other).Model with { Model = "other" }] } };
    }

    private static StandInTurn Call(string provider, int turn) =>
        new("", new StandInCall(Vendor.Id(provider, turn, 1), "state_get", """{"key":"a"}"""), new StandInCall(Vendor.Id(provider, turn, 2), "state_get", """{"key":"b"}"""));
}
