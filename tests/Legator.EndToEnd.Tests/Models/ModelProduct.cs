using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.EndToEnd.Tests.Product;
using Legator.Runner.Tests.Tools.Http;

namespace Legator.EndToEnd.Tests.Models;

/// <summary>The product as a user starts it, with an estate to look at; the models are the tests' own.</summary>
public sealed class ModelProduct : IAsyncLifetime
{
    private readonly EmbeddedProduct _product;

    public ModelProduct() => _product = new EmbeddedProduct("--no-quickstart")
    {
        Settings = new Dictionary<string, string> { ["Operator__ModelProbeInterval"] = "00:00:10", ["Runner__ModelStreamIdle"] = "00:00:05", ["Runner__ServiceAccountTokenFile"] = TokenFile },
    };

    /// <summary>Stands for the file that Kubernetes mounts.</summary>
    public string TokenFile { get; } = Path.Combine(Directory.CreateTempSubdirectory("legator-token").FullName, "token");

    public EchoSite Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await _product.StartAsync();
        // Secrets of tiers are looked for where there are agents.
        await ApplyAsync(ModelManifests.Estate(Site.Port), ModelManifests.Agent("resident", "fast", turns: 1));
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await Site.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(TokenFile)!, recursive: true);
    }

    public Task ApplyAsync(params string[] manifests) => Kubectl.ApplyAsync(_product.Kubeconfig, "# YAML, although some of it is JSON.\n---\n" + string.Join("\n---\n", manifests));

    public Task<string> KubectlAsync(params string[] arguments) => Kubectl.RunAsync(_product.Kubeconfig, arguments);

    /// <summary>The Operator has seen the tiers as they are now.</summary>
    public Task ConfiguredAsync() => Eventually.BecomesAsync(
        "the Operator has seen the tiers",
        () => KubectlAsync("get", "modeltierconfig", "default", "-o", "jsonpath={.metadata.generation} {.status.observedGeneration} {.status.ready}"),
        seen => seen.Split(' ') is [var present, var known, "true"] && present == known);

    /// <summary>What is said of the provider of a tier: reason and status.</summary>
    public Task<string> AnswersAsync(string tier) => KubectlAsync(
        "get", "modeltierconfig", "default", "-o", $"jsonpath={{.status.conditions[?(@.type=='{tier}Answers')].reason}} {{.status.conditions[?(@.type=='{tier}Answers')].status}}");

    /// <summary>The command line of the product, on the started one.</summary>
    public Task<string> LegatorAsync(params string[] arguments) =>
        Legator.Tests.SkillServers.ToolRun.OutputAsync("dotnet", _product.DataDir, [ProductBuild.Program("Legator.Cli", "legator"), .. arguments, "--data-dir", _product.DataDir]);

    /// <summary>Asks for a run of an agent.</summary>
    /// <returns>The run's name.</returns>
    public async Task<string> RunAsync(string agent)
    {
        var run = await Eventually.BecomesAsync($"a run of {agent} is accepted", () => AskAsync(agent), name => name is not null);
        return run!;
    }

    public async Task<RunSummary> EndedAsync(string run) => (await Eventually.BecomesAsync(
        $"{run} ends", async () => (await _product.RunsAsync($"&namespace={ModelManifests.Namespace}")).FirstOrDefault(r => r.Name == run), r => r?.CompletedAt is not null, TimeSpan.FromMinutes(5)))!;

    public Task<JsonElement> FindAsync(string run) => _product.GetAsync<JsonElement>($"{ApiPaths.Run(run)}?namespace={ModelManifests.Namespace}");

    /// <summary>The run's journal, whole and verified.</summary>
    public async Task<IReadOnlyList<RunEventData>> JournalAsync(string run)
    {
        var events = new List<RunEvent>();
        while (true)
        {
            var page = await _product.GetAsync<JournalPage>($"{ApiPaths.Journal(run)}?namespace={ModelManifests.Namespace}&limit=1000&after={(events.Count == 0 ? 0 : events[^1].Sequence)}");
            page.Chain.Verified.ShouldBeTrue(page.Chain.Problem);
            events.AddRange(page.Events);
            if (page.Events.Count < 1000)
            {
                return [.. events.Select(e => e.Data)];
            }
        }
    }

    private async Task<string?> AskAsync(string agent)
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{ApiPaths.AgentRun(agent)}?namespace={ModelManifests.Namespace}"), new StringContent("{}", null, "application/json"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run : null;
    }
}
