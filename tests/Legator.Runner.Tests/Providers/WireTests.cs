using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Redaction;
using Legator.Runner.Providers;
using Legator.Runner.Providers.Anthropic;
using Legator.Runner.Providers.Ollama;
using Legator.Runner.Providers.OpenAI;
using Legator.Runner.Tests.Vendors;
using Legator.Tests.ModelStandIn;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Tests.Providers;

/// <summary>
/// What goes over each vendor's wire, against committed files. Requests are held against the vendor's rules as well. Replies are written in
/// the vendors' own shapes, whole and streamed: parallel calls, refusals, replies that were cut off, counts of cached tokens.
/// </summary>
public sealed class WireTests
{
    public static TheoryData<string, string> Replies => new(
        Directory.EnumerateFiles(Folder(), "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".reply.json", StringComparison.Ordinal) || f.EndsWith(".stream.txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(Path.GetDirectoryName(f)!), Path.GetFileName(f))));

    [Theory]
    [InlineData("anthropic", "turn")]
    [InlineData("anthropic", "last-turn")]
    [InlineData("anthropic", "streamed-turn")]
    [InlineData("openai", "turn")]
    [InlineData("openai", "last-turn")]
    [InlineData("openai", "streamed-turn")]
    [InlineData("vllm", "turn")]
    [InlineData("vllm", "last-turn")]
    [InlineData("vllm", "streamed-turn")]
    [InlineData("kimi", "turn")]
    [InlineData("kimi", "last-turn")]
    [InlineData("kimi", "streamed-turn")]
    [InlineData("ollama", "turn")]
    [InlineData("ollama", "last-turn")]
    [InlineData("ollama", "streamed-turn")]
    public async Task Request_IsAsTheVendorWantsIt(string provider, string name)
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules(provider), (_, _) => new StandInTurn("done"));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = Connect(provider, vendor.Address, transport, new ModelCredential(ModelVendor.Key, new Dictionary<string, string>()), name.StartsWith("streamed", StringComparison.Ordinal));
        var options = Models.Options;
        var last = name == "last-turn";
        options.ToolMode = last ? ChatToolMode.None : null;
        List<ChatMessage> history = [.. Models.History, .. last ? [new ChatMessage(ChatRole.User, "Write your report now.")] : Array.Empty<ChatMessage>()];
        await client.Chat.GetResponseAsync(history, options);
        vendor.Problems.ShouldBeEmpty();
        vendor.Requests.ShouldHaveSingleItem().ShouldMatch(Path.Combine("Wire", provider, $"{name}.request.json"));
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task Reply_IsReadAsTheVendorMeansIt(string provider, string file)
    {
        var isStreamed = file.EndsWith(".txt", StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(Path.Combine(Folder(), provider, file));
        var type = !isStreamed ? "application/json" : provider == "ollama" ? "application/x-ndjson" : "text/event-stream";
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(isStreamed ? written : JsonNode.Parse(written)!.ToJsonString()) { Type = type });
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = Connect(provider, vendor.Address, transport, ModelCredential.None, isStreamed);
        var reply = ModelReply.Read(await client.Chat.GetResponseAsync(Models.History, Models.Options), 2, toolsOffered: true, TimeSpan.Zero, Redactor.Default);
        // A vendor that names no calls has them named anew in each reading.
        var calls = reply.ToolCalls.Select(c => provider == "ollama" ? c with { Id = "(id)" } : c).ToList();
        JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(reply with { ToolCalls = calls }, LegatorJson.Options)).ShouldMatch(Path.Combine("Wire", provider, $"{file.Split('.')[0]}.read.json"));
    }

    [Theory]
    [InlineData("anthropic", """{"id":"m1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"hi"},{"type":"tool_use","id":"t1","name":"kubectl_get","input":{}}],"stop_reason":"tool_use","usage":{"input_tokens":1,"output_tokens":1}}""")]
    [InlineData("anthropic", """{"id":"m1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"hi"},{"type":"tool_use","id":"t1","name":"kubectl_get","input":{}}],"stop_reason":"tool_use","stop_sequence":null,"stop_details":null,"usage":{"input_tokens":1,"output_tokens":1},"new":{"a":1}}""")]
    [InlineData("openai", """{"choices":[{"message":{"role":"assistant","content":"hi","tool_calls":[{"id":"t1","type":"function","function":{"name":"kubectl_get","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""")]
    [InlineData("kimi", """{"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hi","reasoning_content":"","tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"kubectl_get","arguments":""}}]},"finish_reason":"tool_calls"}],"usage":null}""")]
    [InlineData("vllm", """{"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hi","reasoning":"so","tool_calls":[{"id":"t1","type":"function","function":{"name":"kubectl_get","arguments":"{}"}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"total_tokens":2,"completion_tokens":1}}""")]
    [InlineData("openai", """{"choices":[{"message":{"role":"assistant","content":"hi","tool_calls":[{"id":"t1","type":"function","function":{"name":"kubectl_get","arguments":"{\"a\":\"\ud83d\\ud83d\"}"}}]},"finish_reason":"tool_calls"}]}""")]
    [InlineData("ollama", """{"model":"m","message":{"role":"assistant","content":"hi","tool_calls":[{"function":{"name":"kubectl_get","arguments":{}}}]},"done":true}""")]
    public async Task Reply_WithTheLeastAndTheNewest_IsRead(string provider, string written)
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(written));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = Connect(provider, vendor.Address, transport, ModelCredential.None, streaming: false);
        var reply = ModelReply.Read(await client.Chat.GetResponseAsync(Models.History, Models.Options), 2, toolsOffered: true, TimeSpan.Zero, Redactor.Default);
        (reply.Text, reply.ToolCalls.ShouldHaveSingleItem().Tool).ShouldBe(("hi", "kubectl.get"));
    }

    [Theory]
    [InlineData("anthropic")]
    [InlineData("openai")]
    [InlineData("vllm")]
    [InlineData("ollama")]
    public async Task Reply_OverManyLines_IsReadAlike(string provider)
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(await File.ReadAllTextAsync(Path.Combine(Folder(), provider, "text.reply.json"))));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = Connect(provider, vendor.Address, transport, ModelCredential.None, streaming: false);
        (await client.Chat.GetResponseAsync(Models.History, Models.Options)).Text.ShouldContain("well");
    }

    private static ModelClient Connect(string provider, Uri address, ModelTransport transport, ModelCredential credential, bool streaming)
    {
        IModelProvider[] providers = [new AnthropicProvider(transport), new OpenAIProvider(transport), new OllamaProvider(transport)];
        var connection = Models.Connection(provider, address, credential) with { IsFallback = true };
        connection = connection with { Snapshot = connection.Snapshot with { Model = connection.Model with { Streaming = streaming ? true : null } } };
        return providers.First(p => p.Names.Contains(provider)).Connect(connection);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", "Wire");
}
