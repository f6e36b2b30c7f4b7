using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Vendors;

namespace Legator.Runner.Tests.Providers;

/// <summary>Models that will not go on, and filters in front of them, end a run with a reason that says so.</summary>
public sealed class RefusalTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    [Theory]
    [InlineData("anthropic", "refusal")]
    [InlineData("openai", "refusal")]
    [InlineData("openai", "filtered")]
    [InlineData("vllm", "refusal")]
    [InlineData("vllm", "filtered")]
    [InlineData("kimi", "filtered")]
    [InlineData("ollama", "filtered")]
    public async Task Refusal_OfAVendorsKind_EndsTheRunAsRefused(string provider, string fixture)
    {
        var written = await File.ReadAllTextAsync(Path.Combine(Folder(), provider, $"{fixture}.reply.json"));
        var events = await PlayAsync($"{provider}-{fixture}", provider, new VendorReply(JsonNode.Parse(written)!.ToJsonString()));
        var ended = events.OfType<RunFinished>().ShouldHaveSingleItem();
        (ended.Phase, ended.Reason).ShouldBe(("Failed", "ModelRefused"));
        ended.Message.ShouldStartWith("The model refused to go on");
    }

    [Theory]
    [InlineData("kimi", """{"error":{"code":400,"message":"Considered to be of high risk","param":"prompt","type":"content_filter"}}""")]
    [InlineData("openai-compatible", """{"error":{"message":"Filtered by policy","type":null,"param":"prompt","code":"content_filter","status":400}}""")]
    public async Task Filter_ThatTakesNoRequest_EndsTheRunAsRefused_WithItsWords(string provider, string error)
    {
        var events = await PlayAsync($"{provider}-error", provider, new VendorReply(error, 400));
        (events.OfType<RunFinished>().Single().Reason, events.OfType<ModelReplied>().ShouldHaveSingleItem().FinishReason).ShouldBe(("ModelRefused", "content_filter"));
        events.OfType<ReportWritten>().Single().Report.ShouldBe((string)JsonNode.Parse(error)!["error"]!["message"]!);
    }

    [Fact]
    public async Task OtherError_IsNoRefusal()
    {
        var events = await PlayAsync("no-refusal", "kimi", new VendorReply("""{"error":{"message":"content_filter is not known","type":"invalid_request_error"}}""", 400));
        events.OfType<RunFinished>().Single().Reason.ShouldBe("ModelFailed");
    }

    [Fact]
    public async Task RefusalInWords_WithoutASignOfTheVendor_IsTheReport()
    {
        var written = await File.ReadAllTextAsync(Path.Combine(Folder(), "ollama", "refusal.reply.json"));
        var events = await PlayAsync("in-words", "ollama", new VendorReply(JsonNode.Parse(written)!.ToJsonString()));
        events.OfType<ReportWritten>().Single().Report.ShouldBe("I'm sorry, I cannot assist with that.");
    }

    private async Task<IReadOnlyList<RunEventData>> PlayAsync(string name, string provider, VendorReply reply)
    {
        await using var vendor = await FakeVendor.StartAsync(reply);
        return await ProviderRun.PlayAsync(cluster, name, ProviderRun.Snapshot(provider, vendor.Address));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", "Wire");
}
