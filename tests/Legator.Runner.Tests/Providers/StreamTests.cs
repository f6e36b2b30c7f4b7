using System.Text.Json;
using Legator.Core;
using Legator.Core.Redaction;
using Legator.Core.Runs.Events;
using Legator.Runner.Providers;
using Legator.Runner.Providers.Anthropic;
using Legator.Runner.Providers.Ollama;
using Legator.Runner.Providers.OpenAI;
using Legator.Runner.Tests.Vendors;
using Legator.Tests.ModelStandIn;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Providers;

/// <summary>Replies that are read as they are written: they are recorded as whole ones are, and what goes wrong in the middle of one is repeated.</summary>
public sealed class StreamTests
{
    private static readonly StandInTurn[] Turns =
    [
        new("INFO: all is well."),
        new("Größe 中文 😀 \"quoted\" \\ \n\t end"),
        new("", new StandInCall("toolu_1", "kubectl_get", """{"resource":"pods","deep":{"a":[1,2.5,null,"x😀"]}}""")),
        new("I look.", new StandInCall("toolu_1", "kubectl_get", "{}"), new StandInCall("toolu_2", "state_set", """{"resource":"a"}"""), new StandInCall("toolu_3", "made_up", """{"b":"c"}""")),
        new("half a rep") { End = StandInEnd.CutOff },
        new("I will not.") { End = StandInEnd.Refused },
        new("cached") { Cached = 64, Written = 12 },
    ];

    private readonly FakeTimeProvider _time = new();

    public static TheoryData<string, int> Cases => new([.. Vendor.Names.SelectMany(p => Enumerable.Range(0, Turns.Length).Select(turn => (p, turn)))]);

    public static TheoryData<string> Providers => Vendor.Providers;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task StreamedReply_IsRecordedAsTheWholeOne(string provider, int turn)
    {
        await using var vendor = await StartAsync(provider, Turns[turn]);
        var streamed = await AskAsync(provider, vendor);
        Recorded(streamed).ShouldBe(Recorded(await AskAsync(provider, vendor, streaming: false)));
        vendor.Requests.Select(r => (bool?)r["stream"] ?? false).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("kimi")]
    [InlineData("anthropic")]
    public async Task Arguments_ThatAreNoObject_AreKeptAsTheModelWroteThem(string provider)
    {
        await using var vendor = await StartAsync(provider, new StandInTurn("", new StandInCall("toolu_1", "kubectl_get", """{"resource": """)) { IsOdd = true });
        (await AskAsync(provider, vendor)).ToolCalls.ShouldHaveSingleItem().Arguments.GetString().ShouldBe("""{"resource": """);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stream_ThatBreaksOff_IsAskedForAgain(string provider)
    {
        await using var vendor = await StartAsync(provider, Turns[3]);
        vendor.Fault = attempt => attempt switch { 1 => StandInFault.BrokenOff, 2 => StandInFault.Dropped, _ => null };
        var asking = AskAsync(provider, vendor, maxRetries: 2);
        await PassTimeAsync(asking, TimeSpan.FromMilliseconds(500));
        (await asking).ToolCalls.Count.ShouldBe(3);
        vendor.Failed.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stream_ThatStalls_IsAskedForAgain(string provider)
    {
        await using var vendor = await StartAsync(provider, Turns[3]);
        vendor.Fault = attempt => attempt == 1 ? new StandInFault(200) { Pieces = 1, Stalls = true } : null;
        var asking = AskAsync(provider, vendor, maxRetries: 1);
        await PassTimeAsync(asking, TimeSpan.FromSeconds(5));
        (await asking).Text.ShouldBe("I look.");
        vendor.Failed.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stream_ThatTellsOfAnError_IsAskedForAgain(string provider)
    {
        await using var vendor = await StartAsync(provider, Turns[3]);
        vendor.Fault = attempt => attempt == 1 ? new StandInFault(200) { Pieces = 2, TellsOfAnError = true } : null;
        var asking = AskAsync(provider, vendor, maxRetries: 1);
        await PassTimeAsync(asking, TimeSpan.FromMilliseconds(500));
        (await asking).ToolCalls.Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stream_ThatGoesOnAndOn_IsCutAndSaysSo(string provider)
    {
        await using var vendor = await StartAsync(provider, new StandInTurn(string.Concat(Enumerable.Repeat("and on ", 20_000))));
        var reply = await AskAsync(provider, vendor);
        reply.FinishReason.ShouldBe(ModelReply.Truncated);
        reply.TokensOut.ShouldBeInRange(512, 1024);
        reply.TokensIn.ShouldBeGreaterThan(0);
        reply.Text.Length.ShouldBeInRange(512 * 4, 512 * 8);
    }

    [Theory]
    [InlineData("openai", "data: {\"choices\":[{\"delta\":{\"content\":\"a\\ud83d\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"\\ude00\\\"b\"},\"finish_reason\":\"stop\"}]}\n\n")]
    [InlineData("ollama", "{\"message\":{\"content\":\"a\\ud83d\"},\"done\":false}\n{\"message\":{\"content\":\"\\ude00\\\"b\"},\"done\":true}\n")]
    public async Task Character_ThatComesInTwoPieces_IsOne(string provider, string written)
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply(written) { Type = provider == "ollama" ? "application/x-ndjson" : "text/event-stream" });
        (await AskAsync(provider, vendor.Address)).Text.ShouldBe("a😀\"b");
    }

    [Fact]
    public async Task ServerThatDoesNotStream_IsReadAllTheSame()
    {
        await using var vendor = await FakeVendor.StartAsync(OpenAIReplies.Says("whole"));
        (await AskAsync("vllm", vendor.Address)).Text.ShouldBe("whole");
    }

    private static Task<ModelVendor> StartAsync(string provider, StandInTurn turn) => ModelVendor.StartAsync(Vendor.Rules(provider), (_, _) => turn);

    private async Task<ModelReplied> AskAsync(string provider, ModelVendor vendor, bool streaming = true, int maxRetries = 0)
    {
        var reply = await AskAsync(provider, vendor.Address, streaming, maxRetries);
        vendor.Problems.ShouldBeEmpty();
        return reply;
    }

    private async Task<ModelReplied> AskAsync(string provider, Uri address, bool streaming = true, int maxRetries = 0)
    {
        using var transport = new ModelTransport(_time, TimeSpan.FromSeconds(30));
        IModelProvider[] providers = [new AnthropicProvider(transport), new OpenAIProvider(transport), new OllamaProvider(transport)];
        var connection = Models.Connection(provider, address, new ModelCredential(ModelVendor.Key, new Dictionary<string, string>()), maxRetries);
        connection = connection with { IsFallback = true, Snapshot = connection.Snapshot with { Model = connection.Model with { Streaming = streaming ? true : null } } };
        using var client = providers.First(p => p.Names.Contains(provider)).Connect(connection);
        var response = await client.Chat.GetResponseAsync(Models.History, Models.Options);
        return ModelReply.Read(response, 2, toolsOffered: true, TimeSpan.Zero, Redactor.Default);
    }

    /// <summary>The SDK names Ollama's calls anew in each reading.</summary>
    private static string Recorded(ModelReplied reply) =>
        JsonSerializer.Serialize(reply with { ToolCalls = [.. reply.ToolCalls.Select((call, i) => call.Id.StartsWith("toolu", StringComparison.Ordinal) ? call : call with { Id = $"call {i}" })] }, LegatorJson.Options);

    private async Task PassTimeAsync(Task until, TimeSpan step) => await Legator.Tests.Waiting.Eventually.IsTrueAsync("the request ends as time passes", () =>
    {
        _time.Advance(step);
        return until.IsCompleted;
    });
}
