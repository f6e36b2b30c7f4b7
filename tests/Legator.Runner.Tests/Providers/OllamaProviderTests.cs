using Legator.Core.Redaction;
using Legator.Runner.Providers;
using Legator.Runner.Providers.Ollama;
using Legator.Runner.Tests.Vendors;

namespace Legator.Runner.Tests.Providers;

public sealed class OllamaProviderTests
{
    private const string CallsATool = """
        {"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"kubectl_get","arguments":{"resource":"pods"}}}]},
        "done":true,"done_reason":"stop","total_duration":1,"load_duration":1,"prompt_eval_count":26,"prompt_eval_duration":1,"eval_count":7,"eval_duration":1}
        """;

    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    [InlineData("/v1/")]
    public async Task Conversation_TravelsInOllamasWords(string path)
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(CallsATool.ReplaceLineEndings("")));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = new OllamaProvider(transport).Connect(Models.Connection("ollama", new Uri(vendor.Address, path)));
        var response = await client.Chat.GetResponseAsync(Models.History, Models.Options);
        var reply = ModelReply.Read(response, 3, toolsOffered: true, TimeSpan.Zero, Redactor.Default);
        var call = reply.ToolCalls.ShouldHaveSingleItem();
        call.Tool.ShouldBe("kubectl.get");
        call.Arguments.GetRawText().ShouldBe("""{"resource":"pods"}""");
        (reply.TokensIn, reply.TokensOut).ShouldBe((26, 7));
        vendor.Requests.ShouldHaveSingleItem().Path.ShouldBe("/api/chat");
        vendor.Requests[0].Body.ShouldMatch("ollama-request.json");
    }

    [Fact]
    public async Task Key_WhereThereIsOne_IsSent()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(CallsATool.ReplaceLineEndings("")));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = new OllamaProvider(transport).Connect(Models.Connection("ollama", vendor.Address, new ModelCredential("k", new Dictionary<string, string>())));
        await client.Chat.GetResponseAsync(Models.History, Models.Options);
        vendor.Requests[0].Headers["Authorization"].ShouldBe("Bearer k");
    }
}
