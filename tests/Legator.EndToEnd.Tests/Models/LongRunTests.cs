using System.Globalization;
using Legator.Core.Runs.Events;
using Legator.Tests.ModelStandIn;

namespace Legator.EndToEnd.Tests.Models;

/// <summary>
/// Long runs of the started product with each vendor's API, whole and streamed: no request is refused, whatever the model writes, the tools answer and the line
/// does. <c>LEGATOR_WIRE_TURNS</c> makes them longer.
/// </summary>
public sealed class LongRunTests(ModelProduct product) : IClassFixture<ModelProduct>
{
    private static readonly string[] Tiers = ["fast", "standard", "reasoning"];

    private static int Turns => int.Parse(Environment.GetEnvironmentVariable("LEGATOR_WIRE_TURNS") ?? "24", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(false, "anthropic", "openai", "ollama")]
    [InlineData(true, "anthropic", "openai", "ollama")]
    [InlineData(false, "kimi", "vllm", "openai-compatible")]
    [InlineData(true, "kimi", "vllm", "openai-compatible")]
    public async Task Vendors_TakeEveryRequest(bool streaming, params string[] providers)
    {
        var vendors = await Task.WhenAll(providers.Select(provider => StartAsync(provider, streaming)));
        try
        {
            await product.ApplyAsync([
                ModelManifests.Secret("keys", ("api-key", ModelVendor.Key)),
                ModelManifests.Config(providers.Select((provider, i) => Tier(Tiers[i], provider, vendors[i], streaming))),
                .. providers.Select((provider, i) => ModelManifests.Agent(NameOf(provider, streaming), Tiers[i], Turns + 3))]);
            await product.ConfiguredAsync();
            await Task.WhenAll(providers.Select((provider, i) => VerifyAsync(provider, streaming, vendors[i])));
        }
        finally
        {
            await Task.WhenAll(vendors.Select(vendor => vendor.DisposeAsync().AsTask()));
        }
    }

    private async Task VerifyAsync(string provider, bool streaming, ModelVendor vendor)
    {
        var run = await product.RunAsync(NameOf(provider, streaming));
        var ended = await product.EndedAsync(run);
        vendor.Problems.Concat(vendor.Denied).ShouldBeEmpty();
        var events = await product.JournalAsync(run);
        ended.Phase.ShouldBe("Succeeded", string.Join("\n", events.OfType<ModelFailed>().Select(f => f.Message).Concat(events.OfType<RunFinished>().Select(f => f.Message))));
        vendor.Requests.Count.ShouldBe(Turns + 2);
        vendor.Failed.ShouldBeGreaterThan(3);
        vendor.Requests.ShouldAllBe(request => ((bool?)request["stream"] ?? false) == streaming);
        var replies = events.OfType<ModelReplied>().ToList();
        replies.Count.ShouldBe(Turns + 2);
        replies.Count(reply => reply.ToolCalls.Count > 1).ShouldBeGreaterThan(Turns / 2);
        events.OfType<ReportWritten>().Single().Report.ShouldBe("INFO: Alles ist gut, 一切都好 😀.");
        await CountedAsync(provider, run);
        if (provider is "anthropic" or "kimi")
        {
            (await product.LegatorAsync("runs", "replay", run, "-n", ModelManifests.Namespace)).ShouldContain("Replay: identical");
        }
    }

    /// <summary>Tokens are those that the vendor told, and cost what the tier says.</summary>
    private async Task CountedAsync(string provider, string run)
    {
        var usage = (await product.FindAsync(run)).GetProperty("status").GetProperty("usage");
        usage.GetProperty("tokensIn").GetInt64().ShouldBe(((Turns + 1) * 1000) + 100);
        var cached = usage.TryGetProperty("cachedTokensIn", out var count) ? count.GetInt64() : 0;
        cached.ShouldBe(provider == "ollama" ? 0 : (Turns + 1) * 400);
        var told = ((Turns + 1) * 1000) + 100;
        var cost = ((((told - cached) * 3m) + (cached * 0.3m) + ((Turns + 2) * 20 * 15m)) / 1_000_000m);
        decimal.Parse(usage.GetProperty("estimatedCost").GetString()!.TrimStart('$'), CultureInfo.InvariantCulture).ShouldBe(cost, 0.005m);
    }

    private async Task<ModelVendor> StartAsync(string provider, bool streaming)
    {
        var talk = new LongTalk(provider, Turns, product.Site.Port);
        var vendor = await ModelVendor.StartAsync(Vendor.Rules(provider), (turn, _) => talk.Says(turn));
        vendor.Fault = attempt => LongTalk.Fault(attempt, streaming);
        return vendor;
    }

    private static object Tier(string tier, string provider, ModelVendor vendor, bool streaming) => new
    {
        tier,
        provider,
        model = "m",
        baseURL = vendor.Address.ToString(),
        streaming,
        auth = new { type = "apiKey", secretRef = "keys" },
        costPerMillionInput = "3",
        costPerMillionOutput = "15",
        costPerMillionCachedInput = "0.3",
    };

    private static string NameOf(string provider, bool streaming) => $"{provider}-{(streaming ? "streamed" : "whole")}";
}
