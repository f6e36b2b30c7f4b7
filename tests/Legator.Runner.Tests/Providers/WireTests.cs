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
/// the vendors' own shapes: parallel calls, refusals, replies that were cut off, counts of cached tokens.
/// </summary>
public sealed class WireTests
{
    public static TheoryData<string, string> Replies => new(Directory.EnumerateFiles(Folder(), "*.reply.json").Order().Select(f => (Path.GetFileName(f).Split('.')[0], Path.GetFileName(f).Split('.')[1])));

    [Theory]
    [InlineData("anthropic", false)]
    [InlineData("anthropic", true)]
    [InlineData("openai", false)]
    [InlineData("openai", true)]
    [InlineData("vllm", false)]
    [InlineData("ollama", false)]
    [InlineData("ollama", true)]
    public async Task Request_IsAsTheVendorWantsIt(string provider, bool last)
    {
        await using var vendor = await ModelVendor.StartAsync(Vendor.Rules(provider), (_, _) => new StandInTurn("done"));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = Connect(provider, vendor.Address, transport, new ModelCredential(ModelVendor.Key, new Dictionary<string, string>()));
        var options = Models.Options;
        options.ToolMode = last ? ChatToolMode.None : null;
        List<ChatMessage> history = [.. Models.History, .. last ? [new ChatMessage(ChatRole.User, "Write your report now.")] : Array.Empty<ChatMessage>()];
        await client.Chat.GetResponseAsync(history, options);
        vendor.Problems.ShouldBeEmpty();
        vendor.Requests.ShouldHaveSingleItem().ShouldMatch(Path.Combine("Wire", $"{provider}.{(last ? "last-turn" : "turn")}.request.json"));
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task Reply_IsReadAsTheVendorMeansIt(string provider, string name)
    {
        var fixture = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder(), $"{provider}.{name}.reply.json")))!;
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(fixture.ToJsonString()));
        using var transport = new ModelTransport(TimeProvider.System);
        using var client = Connect(provider, vendor.Address, transport, ModelCredential.None);
        var reply = ModelReply.Read(await client.Chat.GetResponseAsync(Models.History, Models.Options), 2, toolsOffered: true, TimeSpan.Zero, Redactor.Default);
        // A vendor that names no calls has them named anew in each reading.
        var calls = reply.ToolCalls.Select(c => provider == "ollama" ? c with { Id = "(id)" } : c).ToList();
        JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(reply with { ToolCalls = calls }, LegatorJson.Options)).ShouldMatch(Path.Combine("Wire", $"{provider}.{name}.read.json"));
    }

    private static ModelClient Connect(string provider, Uri address, ModelTransport transport, ModelCredential credential)
    {
        IModelProvider[] providers = [new AnthropicProvider(transport), new OpenAIProvider(transport), new OllamaProvider(transport)];
        return providers.First(p => p.Names.Contains(provider)).Connect(Models.Connection(provider, address, credential));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", "Wire");
}
