using System.Net;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.SkillServers;

namespace Legator.EndToEnd.Tests.Undo;

/// <summary>An agent of the started product scales a Deployment, and its run is taken back: at once, once more, and after somebody else has changed what it changed.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    private readonly EmbeddedProduct _product = new();

    public async ValueTask InitializeAsync()
    {
        await _product.StartAsync();
        await Kubectl.RunAsync(_product.Kubeconfig, "apply", "-n", "agents", "-f", Path.Combine(ProductBuild.Root, "examples", "agents", "approvals"));
        await Kubectl.RunAsync(_product.Kubeconfig, "patch", "legatoragent", "careful-hand", "-n", "agents", "--type", "merge", "-p", """{"spec":{"guardrails":{"autonomy":"automate-safe","approvalMode":"none"}}}""");
    }

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task Run_IsTakenBack_Once_AndAskedAboutWhenSomebodyChangedTheObjectSince()
    {
        var before = await ReplicasAsync();
        var run = await EndedAsync(await PostAsync(ApiPaths.AgentRun("careful-hand"), "{}"));
        (await ReplicasAsync()).ShouldBe("3");

        var plan = await _product.GetAsync<UndoView>(ApiPaths.Undo(run));
        plan.Steps.ShouldHaveSingleItem().Step.Words.ShouldBe($"Scale deployments.apps/web in namespace demo back to {before}");

        (await LegatorAsync("runs", "undo", run, "--dry-run")).ShouldContain("now: would be made");
        (await ReplicasAsync()).ShouldBe("3");
        var undo = await EndedAsync(await PostAsync(ApiPaths.Undo(run), "{}"));
        (await ReplicasAsync()).ShouldBe(before);
        (await SpecAsync(undo, "undoOf"), await SpecAsync(undo, "modelUsed")).ShouldBe((run, "scripted/undo"));

        var (code, refusal) = await TryPostAsync(ApiPaths.Undo(run), "{}");
        code.ShouldBe(HttpStatusCode.Conflict);
        refusal.ShouldContain($"'{undo}' is an undo of '{run}' already");

        (await LegatorAsync("runs", "undo", run, "--dry-run")).ShouldContain("now: would be left out: it is as it was before");
        await Kubectl.RunAsync(_product.Kubeconfig, "scale", "deployment", "web", "-n", "demo", "--replicas", "7");
        var forecast = await LegatorAsync("runs", "undo", run, "--dry-run");
        forecast.ShouldContain("now: a person would be asked");
        forecast.ShouldContain("changed since: /spec/replicas was left at 3 and is 7 now");
        (await _product.GetAsync<ApprovalList>(ApiPaths.Approvals)).Approvals.ShouldBeEmpty();
        var again = await PostAsync(ApiPaths.Undo(run), """{"again":true}""");
        var asked = await Eventually.BecomesAsync(
            "a person is asked", async () => (await _product.RunsAsync("&agent=careful-hand")).FirstOrDefault(r => r.Name == again), r => r?.Phase == "AwaitingApproval");
        asked.ShouldNotBeNull();
        await Eventually.BecomesAsync(
            "the question shows what changed", () => _product.Api.GetStringAsync(new Uri(_product.Url + ApiPaths.Approvals)), text => text?.Contains("/spec/replicas was left at 3 and is 7 now", StringComparison.Ordinal) == true);
        (await ReplicasAsync()).ShouldBe("7");
    }

    private Task<string> LegatorAsync(params string[] arguments) =>
        ToolRun.OutputAsync("dotnet", _product.DataDir, [ProductBuild.Program("Legator.Cli", "legator"), .. arguments, "--data-dir", _product.DataDir]);

    private Task<string> ReplicasAsync() => Kubectl.RunAsync(_product.Kubeconfig, "get", "deployment", "web", "-n", "demo", "-o", "jsonpath={.spec.replicas}");

    private async Task<string?> SpecAsync(string run, string field) => (await _product.GetAsync<JsonElement>(ApiPaths.Run(run))).GetProperty("spec").GetProperty(field).GetString();

    private async Task<string> EndedAsync(string run)
    {
        await Eventually.BecomesAsync($"{run} ends", async () => (await _product.RunsAsync("&agent=careful-hand")).FirstOrDefault(r => r.Name == run), r => r?.CompletedAt is not null);
        return run;
    }

    private async Task<string> PostAsync(string path, string body)
    {
        var (code, text) = await TryPostAsync(path, body);
        code.ShouldBe(HttpStatusCode.Accepted, text);
        return JsonSerializer.Deserialize<RunAccepted>(text, LegatorJson.Options)!.Run;
    }

    private async Task<(HttpStatusCode Code, string Text)> TryPostAsync(string path, string body)
    {
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + path), new StringContent(body, null, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
