using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.SkillServers;

namespace Legator.EndToEnd.Tests;

/// <summary>Agents of the started product whose skills come from a git server and from a registry, where the command line put one.</summary>
public sealed class SkillSourceTests : IAsyncLifetime
{
    private static readonly string Skill = Path.Combine(ProductBuild.Root, "skills", "hello-world");

    private readonly EmbeddedProduct _product = new()
    {
        Settings = new Dictionary<string, string> { ["Skills__InternalHosts__0"] = "127.0.0.1", ["Skills__PlainHttpHosts__0"] = "127.0.0.1", ["Skills__LookInterval"] = "00:00:05" },
    };

    public async ValueTask InitializeAsync() => await _product.StartAsync();

    public async ValueTask DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task AgentsWithSkillsFromGitAndRegistry_Run_AndGoOnWhenBothAreDown()
    {
        await using var git = await GitServer.StartAsync();
        await using var registry = await DockerRegistry.StartAsync();
        var work = await git.RepositoryAsync("platform/skills");
        foreach (var file in Directory.GetFiles(Skill))
        {
            work.Write($"skills/hello-world/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        }

        var commit = await work.CommitAsync();
        await work.GitAsync("tag", "v1.0.0");
        var reference = $"oci://{registry.Host}/skills/hello-world:1.0.0";
        var pushed = await ToolRun.OutputAsync("dotnet", _product.DataDir, ProductBuild.Program("Legator.Cli", "legator"), "skill", "push", Skill, reference, "--plain-http");
        await Kubectl.ApplyAsync(_product.Kubeconfig, Agent("from-git", $"git://{git.Host}/platform/skills#skills/hello-world@v1.0.0") + "---\n" + Agent("from-registry", reference));

        var resolved = Resolved(await RunAsync("from-git"));
        resolved.ShouldBe(commit);
        pushed.ShouldContain(Resolved(await RunAsync("from-registry")));
        await git.DisposeAsync();
        await registry.StopAsync();
        Resolved(await RunAsync("from-git")).ShouldBe(commit);
        pushed.ShouldContain(Resolved(await RunAsync("from-registry")));
    }

    private static string Agent(string name, string source) => $$"""
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: {{name}}, namespace: agents}
        spec:
          description: Looks around
          schedule: {triggers: [{type: webhook, source: never}]}
          model: {tier: fast}
          skills: [{name: hello-world, source: "{{source}}"}]
          guardrails: {autonomy: observe}
          environmentRef: local

        """;

    /// <summary>What the run's snapshot says of its skill, once the run has succeeded by what the skill says.</summary>
    private static string Resolved(JsonElement run)
    {
        run.GetProperty("status").GetProperty("phase").GetString().ShouldBe("Succeeded", run.ToString());
        return run.GetProperty("spec").GetProperty("snapshot").GetProperty("skills")[0].GetProperty("resolved").GetString()!;
    }

    private async Task<JsonElement> RunAsync(string agent)
    {
        await Eventually.IsTrueAsync($"{agent} is known", async () => (await _product.Api.GetAsync(new Uri(_product.Url + ApiPaths.Agent(agent)))).IsSuccessStatusCode);
        using var answer = await _product.Api.PostAsync(new Uri(_product.Url + ApiPaths.AgentRun(agent)), new StringContent("{}", null, "application/json"));
        var accepted = JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!;
        await Eventually.BecomesAsync($"{accepted.Run} ends", async () => (await _product.RunsAsync($"&agent={agent}")).FirstOrDefault(r => r.Name == accepted.Run), run => run?.CompletedAt is not null, TimeSpan.FromSeconds(60));
        return await _product.GetAsync<JsonElement>(ApiPaths.Run(accepted.Run));
    }
}
