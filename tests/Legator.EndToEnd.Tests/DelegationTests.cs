using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests;

/// <summary>The agents of examples/agents/colleagues in the started product: one asks another, hears the answer in its next run, and tells a third.</summary>
public sealed class DelegationTests : IAsyncLifetime
{
    private readonly EmbeddedProduct _product = new();

    public async ValueTask InitializeAsync()
    {
        await _product.StartAsync();
        await Kubectl.RunAsync(_product.Kubeconfig, "apply", "-n", "agents", "-f", Path.Combine(ProductBuild.Root, "examples", "agents", "colleagues"));
    }

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task FrontDesk_AsksTheWard_AndItsNextRunHearsTheAnswer()
    {
        var asking = await RunAsync("front-desk", "ask the ward");
        Report(asking).ShouldStartWith("Asked the ward: a2a-front-desk-to-ward-");
        var task = await TaskAsync();
        var answering = await _product.GetAsync<JsonElement>(ApiPaths.Run(task.GetProperty("run").GetString()!));
        answering.GetProperty("spec").GetProperty("trigger").GetString().ShouldBe("agent");
        var led = answering.GetProperty("spec").GetProperty("snapshot").GetProperty("delegation");
        (led.GetProperty("from").GetString(), led.GetProperty("autonomy").GetString(), led.GetProperty("tainted").GetBoolean()).ShouldBe(("agents/front-desk", "automate-safe", false));

        var hearing = await RunAsync("front-desk", null);
        Report(hearing).ShouldStartWith("The ward's task is completed.");
        Report(hearing).ShouldContain("web");
        (await JournalAsync(hearing)).ShouldContain("## Tasks that you gave to other agents");

        var heard = await Eventually.BecomesAsync("the night watch has heard", async () => (await _product.RunsAsync("&agent=night-watch")).FirstOrDefault(r => r.CompletedAt is not null), run => run is not null);
        var noted = await _product.GetAsync<JsonElement>(ApiPaths.Run(heard!.Name));
        Report(noted).ShouldBe("front-desk told: The ward answered.");
        (await _product.RunsAsync("&agent=ward")).Count.ShouldBe(1);
    }

    private async Task<JsonElement> RunAsync(string agent, string? task)
    {
        var body = JsonSerializer.Serialize(new { task }, LegatorJson.Options);
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + ApiPaths.AgentRun(agent)), new StringContent(body, null, "application/json"));
        var accepted = JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!;
        await Eventually.BecomesAsync($"{accepted.Run} ends", async () => (await _product.RunsAsync($"&agent={agent}")).FirstOrDefault(r => r.Name == accepted.Run), run => run?.CompletedAt is not null);
        return await _product.GetAsync<JsonElement>(ApiPaths.Run(accepted.Run));
    }

    /// <summary>The only task that was given, once it is answered.</summary>
    private async Task<JsonElement> TaskAsync() => await Eventually.BecomesAsync(
        "the task is completed",
        async () =>
        {
            var list = JsonDocument.Parse(await Kubectl.RunAsync(_product.Kubeconfig, "get", "agentevents", "-n", "agents", "-l", "legator.io/event-type=a2a-task", "-o", "json"));
            var item = list.RootElement.GetProperty("items").EnumerateArray().Single();
            return item.TryGetProperty("status", out var status) && status.TryGetProperty("task", out var task) ? task : default;
        },
        task => task.ValueKind == JsonValueKind.Object && task.GetProperty("state").GetString() == "completed");

    private Task<string> JournalAsync(JsonElement run) =>
        _product.Api.GetStringAsync(new Uri(_product.Url + ApiPaths.Journal(run.GetProperty("metadata").GetProperty("name").GetString()!) + "?limit=100"));

    private static string Report(JsonElement run) => run.GetProperty("status").GetProperty("report").GetString()!;
}
