using System.Net;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Pool;

/// <summary>Runs of the started product that somebody, or the next slot of their agent, ends.</summary>
public sealed class CancelTests : IAsyncLifetime
{
    private const string Namespace = "slow";
    private readonly EmbeddedProduct _product = new("--no-quickstart");
    private readonly SlowSite _site = new();

    public async ValueTask InitializeAsync()
    {
        await _site.StartAsync();
        await _product.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Run_ThatSomebodyEnds_IsEndedAlsoWhereItsRunnerIsKilledFirst()
    {
        await Kubectl.ApplyAsync(_product.Kubeconfig, SlowFleet.Manifests(0, Namespace, _site.Port));
        var run = (await Eventually.BecomesAsync("a run is accepted", () => AskAsync(ApiPaths.AgentRun(SlowFleet.Hanging)), answer => answer is not null))!;
        await Eventually.IsTrueAsync("the run hangs", () => _site.Asked.Contains("/hang"), TimeSpan.FromSeconds(60));

        (await PostAsync(ApiPaths.Cancel(run), """{"reason":"it hangs"}""")).Status.ShouldBe(HttpStatusCode.Accepted);
        await _product.KillAsync();
        await _product.StartAsync();

        var events = await EndedAsync(run);
        events.Select(e => e.Data).OfType<RunCancelled>().ShouldHaveSingleItem().Reason.ShouldBe("it hangs");
        var end = events[^1].Data.ShouldBeOfType<RunFinished>();
        (end.Phase, end.Reason).ShouldBe(("Cancelled", "Cancelled"), end.Message);
        _site.Asked.ShouldNotContain("/order/after");
        _site.Asked.Count(path => path == "/order/" + SlowFleet.Hanging).ShouldBe(1);
        await Eventually.IsTrueAsync("the record is that of a run that was ended", async () => (await _product.RunsAsync()).Any(r => r.Name == run && r.Phase == "Cancelled"));
        (await PostAsync(ApiPaths.Cancel(run), "{}")).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(HttpStatusCode.Conflict), answer => answer.Text.ShouldContain("RunFinished"));
    }

    [Fact]
    public async Task Slot_WithPolicyReplace_EndsTheRunOfTheSlotBefore()
    {
        await Kubectl.ApplyAsync(_product.Kubeconfig, SlowFleet.Manifests(0, Namespace, _site.Port, interval: "8s"));
        var runs = await Eventually.BecomesAsync("a run has been replaced and another is under way", () => _product.RunsAsync("&agent=" + SlowFleet.Hanging), Replaced, TimeSpan.FromSeconds(90));

        var first = runs.MinBy(r => r.CreatedAt)!;
        var end = (await EndedAsync(first.Name))[^1].Data.ShouldBeOfType<RunFinished>();
        (end.Phase, end.Reason).ShouldBe(("Cancelled", "Replaced"), end.Message);
        _site.Asked.ShouldNotContain("/order/after");
    }

    private static bool Replaced(IReadOnlyList<RunSummary> runs) => runs.Any(r => r.Phase == "Cancelled") && runs.Any(r => r.Phase == "Running");

    private Task<IReadOnlyList<RunEvent>> EndedAsync(string run) => Eventually.BecomesAsync(
        $"{run} ends",
        async () => (await _product.GetAsync<JournalPage>($"{ApiPaths.Journal(run)}?limit=1000")).Events,
        events => events is [.., { Data: RunFinished }],
        TimeSpan.FromSeconds(90));

    private async Task<string?> AskAsync(string path)
    {
        var (status, text) = await PostAsync(path, "{}");
        return status == HttpStatusCode.Accepted ? JsonSerializer.Deserialize<RunAccepted>(text, LegatorJson.Options)!.Run : null;
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, string body)
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{path}?namespace={Namespace}"), new StringContent(body, null, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
