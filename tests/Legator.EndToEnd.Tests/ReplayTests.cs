using System.Net.Http.Json;
using System.Text.Json;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.SkillServers;

namespace Legator.EndToEnd.Tests;

/// <summary>Runs of the started product are executed again by the command line: a first run, one that a person was asked about, and the undo of that.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private readonly EmbeddedProduct _product = new();

    public async ValueTask InitializeAsync()
    {
        await _product.StartAsync();
        await Kubectl.RunAsync(_product.Kubeconfig, "apply", "-n", "agents", "-f", Path.Combine(ProductBuild.Root, "examples", "agents", "approvals"));
    }

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task Runs_ReplayToTheirHeads_AlsoWhileTheyWait()
    {
        await EndedAsync(agent: "hello-world");
        var asking = await AskForAsync(ApiPaths.AgentRun("careful-hand"));
        await BecomesAsync(asking, "AwaitingApproval");
        (await LegatorAsync("runs", "replay", asking)).ShouldContain("Replay: identical");

        var approval = (await _product.GetAsync<ApprovalList>(ApiPaths.Approvals)).Approvals.ShouldHaveSingleItem();
        using var decided = await _product.Api.PostAsJsonAsync(new Uri(_product.Url + ApiPaths.Approval(approval.Name)), new { decision = "approve" });
        decided.EnsureSuccessStatusCode();
        await BecomesAsync(asking, "Succeeded");

        await RecordAsync(asking);
        (await LegatorAsync("runs", "undo", asking, "--dry-run")).ShouldContain("now: ");
        var undo = await AskForAsync(ApiPaths.Undo(asking));
        await Eventually.BecomesAsync("the undo ends or waits", () => FindAsync(undo), r => r is { CompletedAt: not null } or { Phase: "AwaitingApproval" });
        var file = Path.Combine(_product.DataDir, "undo.jsonl");
        await LegatorAsync("runs", "export", undo, "--file", file);
        (await LegatorAsync("runs", "replay", "--file", file)).ShouldContain("Replay: identical");
        (await LegatorAsync("runs", "replay", "--all", "--since", "1h")).ShouldContain("0 different, 0 altered, 0 unreadable.");
    }

    /// <summary>The skill's author gets a rehearsal from the run, and it plays as the run did.</summary>
    private async Task RecordAsync(string run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_product.DataDir, "careful-hand")).FullName;
        foreach (var (file, key) in (ValueTuple<string, string>[])[("SKILL.md", "SKILL\\.md"), ("actions.yaml", "actions\\.yaml")])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), await Kubectl.RunAsync(_product.Kubeconfig, "get", "configmap", "skill-careful-hand", "-n", "agents", "-o", $"jsonpath={{.data.{key}}}"));
        }

        (await LegatorAsync("rehearse", folder, "--record", run)).ShouldContain("As expected: 1 scene played.");
    }

    private Task<string> LegatorAsync(params string[] arguments) =>
        ToolRun.OutputAsync("dotnet", _product.DataDir, [ProductBuild.Program("Legator.Cli", "legator"), .. arguments, "--data-dir", _product.DataDir]);

    private async Task<string> AskForAsync(string path)
    {
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + path), new StringContent("{}", null, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<RunAccepted>(text, Core.LegatorJson.Options)!.Run;
    }

    private Task BecomesAsync(string run, string phase) => Eventually.BecomesAsync($"{run} is {phase}", () => FindAsync(run), r => r?.Phase == phase);

    private async Task<RunSummary?> FindAsync(string run) => (await _product.RunsAsync()).FirstOrDefault(r => r.Name == run);

    private Task EndedAsync(string agent) => Eventually.BecomesAsync(
        $"a run of {agent} ends", async () => (await _product.RunsAsync($"&agent={agent}")).FirstOrDefault(r => r.CompletedAt is not null), r => r is not null);
}
