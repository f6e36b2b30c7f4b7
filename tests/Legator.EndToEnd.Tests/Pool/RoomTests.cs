using System.Net;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Pool;

/// <summary>A process without memory left claims no run and says so; one that has room takes the run up.</summary>
public sealed class RoomTests : IAsyncLifetime
{
    private const string Namespace = "slow";
    private readonly EmbeddedProduct _product = new("--no-quickstart") { Settings = new Dictionary<string, string> { ["Runner__MemoryLimitMiB"] = "1" } };
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
    public async Task ProcessWithoutMemoryLeft_ClaimsNothing_UntilThereIsRoom()
    {
        await Kubectl.ApplyAsync(_product.Kubeconfig, SlowFleet.Manifests(1, Namespace, _site.Port));
        var run = (await Eventually.BecomesAsync("a run is accepted", AskAsync, name => name is not null, TimeSpan.FromSeconds(60)))!;
        await Eventually.BecomesAsync("every slot says why it claims nothing", ReadinessAsync, answer => answer.Status == HttpStatusCode.ServiceUnavailable && answer.Body.Contains("Runner:MemoryLimitMiB", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        await Eventually.BecomesAsync("the run waits on the queue", () => _product.GetAsync<QueueReport>(ApiPaths.Queue), report => report is { Waiting: 1, Claimed: 0 }, TimeSpan.FromSeconds(60));
        (await _product.RunsAsync()).Single().Phase.ShouldBe("Pending");

        await _product.KillAsync();
        _product.Settings = null;
        await _product.StartAsync();

        await Eventually.IsTrueAsync("the run is worked on", async () => (await _product.RunsAsync()).Any(it => it.Name == run && it.Phase == "Succeeded"), TimeSpan.FromSeconds(60));
        await Eventually.BecomesAsync("the process is ready", ReadinessAsync, answer => answer.Status == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
    }

    private async Task<(HttpStatusCode Status, string Body)> ReadinessAsync()
    {
        using var answer = await _product.Api.GetAsync(new Uri(_product.Url + "/readyz"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string?> AskAsync()
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{ApiPaths.AgentRun(SlowFleet.Name(0))}?namespace={Namespace}"), new StringContent("{}", null, "application/json"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run : null;
    }
}
