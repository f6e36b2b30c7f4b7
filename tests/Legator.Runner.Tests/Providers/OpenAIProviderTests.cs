using System.Text.Json;
using Legator.Core.Redaction;
using Legator.Core.Runs.Events;
using Legator.Runner.Providers;
using Legator.Runner.Providers.OpenAI;
using Legator.Runner.Tests.Vendors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Providers;

public sealed class OpenAIProviderTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ModelTransport _transport;

    public OpenAIProviderTests() => _transport = new ModelTransport(_time);

    public void Dispose() => _transport.Dispose();

    [Theory]
    [InlineData("openai", "openai-request.json")]
    [InlineData("openai-compatible", "openai-compatible-request.json")]
    public async Task Request_WithHistoryAndTools_IsAsRecorded(string provider, string golden)
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Says("done"));
        await AskAsync(provider, vendor, new ModelCredential("sk-secret", new Dictionary<string, string>()));
        var request = vendor.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/v1/chat/completions");
        request.Headers["Authorization"].ShouldBe("Bearer sk-secret");
        request.Body.ShouldMatch(golden);
    }

    [Fact]
    public async Task Request_WithoutTools_SaysNothingOfTools()
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Says("report"));
        using var client = Connect("vllm", vendor);
        await client.Chat.GetResponseAsync(Models.History, new ChatOptions { MaxOutputTokens = 9 });
        vendor.Requests[0].Body!["tools"].ShouldBeNull();
        vendor.Requests[0].Headers.ContainsKey("Authorization").ShouldBeFalse();
    }

    [Fact]
    public async Task Request_WithCustomAuth_CarriesTheSecretsFieldsAsHeaders()
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Says("done"));
        await AskAsync("openai-compatible", vendor, new ModelCredential(null, new Dictionary<string, string> { ["x-team"] = "ops", ["Authorization"] = "Custom abc" }));
        vendor.Requests[0].Headers["x-team"].ShouldBe("ops");
        vendor.Requests[0].Headers["Authorization"].ShouldBe("Custom abc");
    }

    [Fact]
    public async Task Reply_WithParallelCalls_ComesBackInOurNames()
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Calls(
            ("a", "kubectl_get", """{"resource":"pods"}"""), ("b", "state_set", """{"key":"k","value":"v"}"""), ("b", "made_up", "{}")));
        var reply = await AskAsync("openai", vendor);
        reply.ToolCalls.Select(c => c.Tool).ShouldBe(["kubectl.get", "state.set", "made_up"]);
        reply.ToolCalls.Select(c => c.Id).ShouldBeUnique();
        reply.ToolCalls[0].Arguments.GetProperty("resource").GetString().ShouldBe("pods");
        reply.FinishReason.ShouldBe("tool_calls");
        (reply.TokensIn, reply.TokensOut).ShouldBe((10, 5));
    }

    [Theory]
    [InlineData("{\"resource\":")]
    [InlineData("[1]")]
    [InlineData("not json")]
    public async Task Reply_WithMalformedArguments_KeepsWhatTheModelWrote(string written)
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Calls(("a", "kubectl_get", written)));
        var arguments = (await AskAsync("openai", vendor)).ToolCalls.ShouldHaveSingleItem().Arguments;
        arguments.ValueKind.ShouldBe(JsonValueKind.String);
        arguments.GetString().ShouldBe(written);
    }

    [Fact]
    public async Task Reply_CutOff_SaysSo()
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Says("half a rep", finish: "length"));
        (await AskAsync("openai", vendor)).FinishReason.ShouldBe(ModelReply.Truncated);
    }

    [Fact]
    public async Task RateLimit_WithRetryAfter_WaitsThatLong()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply("{}", 429, RetryAfter: "7"), OpenAIReplies.Says("done"));
        var start = _time.GetUtcNow();
        var asking = AskAsync("openai", vendor, maxRetries: 1);
        await PassTimeAsync(asking);
        (await asking).Text.ShouldBe("done");
        (_time.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        vendor.Requests.Count.ShouldBe(2);
        vendor.Requests[1].Body!.ToJsonString().ShouldBe(vendor.Requests[0].Body!.ToJsonString());
    }

    [Fact]
    public async Task RateLimit_OfOneRun_HoldsForAllRunsOfThatModel()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply("{}", 429, RetryAfter: "7"), OpenAIReplies.Says("done"), OpenAIReplies.Says("done"));
        await Should.ThrowAsync<Exception>(AskAsync("openai", vendor));
        var others = Task.WhenAll(AskAsync("openai", vendor), AskAsync("openai", vendor));
        await Eventually.IsTrueAsync("the others wait", () => _transport.Paces.Waiting == 2);
        _time.Advance(TimeSpan.FromSeconds(6.9));
        vendor.Requests.Count.ShouldBe(1);
        await PassTimeAsync(others);
        (await others).ShouldAllBe(reply => reply.Text == "done");
    }

    [Fact]
    public async Task RateLimit_WithAVeryLongRetryAfter_IsNotWaitedFor()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply("""{"error":{"message":"quota"}}""", 429, RetryAfter: "3600"));
        var failure = await Should.ThrowAsync<Exception>(AskAsync("openai", vendor, maxRetries: 5));
        ModelFailure.Describe(failure).ShouldContain("429");
        vendor.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ServerErrors_AreRepeatedAsOftenAsTheAgentSays()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply("{}", 500), new VendorReply("{}", 503), new VendorReply("{}", 502), OpenAIReplies.Says("never"));
        var asking = AskAsync("openai", vendor, maxRetries: 2);
        await PassTimeAsync(asking);
        ModelFailure.Describe((await Should.ThrowAsync<Exception>(asking))).ShouldContain("502");
        vendor.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task RefusedCredential_IsNotRepeatedAndNamesTheFix()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply("""{"error":{"message":"bad key"}}""", 401));
        var failure = await Should.ThrowAsync<Exception>(AskAsync("openai", vendor, new ModelCredential("sk-secret", new Dictionary<string, string>()), maxRetries: 3));
        ModelFailure.Describe(failure).ShouldContain("auth.secretRef");
        vendor.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task VendorThatIsAway_IsToldAsSuch()
    {
        using var client = new OpenAIProvider(_transport).Connect(Models.Connection("vllm", new Uri("http://127.0.0.1:9")));
        var failure = await Should.ThrowAsync<Exception>(client.Chat.GetResponseAsync(Models.History, Models.Options));
        ModelFailure.Describe(failure).ShouldStartWith("The provider could not be reached");
    }

    private ModelClient Connect(string provider, FakeVendor vendor, ModelCredential? credential = null, int maxRetries = 0) =>
        new OpenAIProvider(_transport).Connect(Models.Connection(provider, vendor.Address, credential, maxRetries));

    private async Task<ModelReplied> AskAsync(string provider, FakeVendor vendor, ModelCredential? credential = null, int maxRetries = 0)
    {
        using var client = Connect(provider, vendor, credential, maxRetries);
        var response = await client.Chat.GetResponseAsync(Models.History, Models.Options);
        return ModelReply.Read(response, 1, toolsOffered: true, TimeSpan.Zero, Redactor.Default);
    }

    private async Task PassTimeAsync(Task until) => await Legator.Tests.Waiting.Eventually.IsTrueAsync("the request ends as time passes", () =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(500));
        return until.IsCompleted;
    });
}
