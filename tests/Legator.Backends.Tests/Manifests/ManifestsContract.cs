using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Tests.Kubernetes;
using Legator.Core;
using Legator.Core.Resources;
using Legator.Core.Resources.Schema;
using Legator.Core.Tests;

namespace Legator.Backends.Tests.Manifests;

/// <summary>What is committed as a manifest is taken by an API server as it stands: nothing refused, nothing pruned.</summary>
public abstract class ManifestsContract(ClusterFixture cluster) : IAsyncLifetime
{
    private readonly DynamicClient client = new(cluster.Connection);

    private static IEnumerable<string> Examples => Directory.EnumerateFiles(RepositoryFolder.File("examples"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var definitions = (await client.ResolveAsync("customresourcedefinitions", Stop)).ShouldNotBeNull();
        foreach (var crd in LegatorCrds.All)
        {
            var name = (string)crd["metadata"]!["name"]!;
            await client.ApplyAsync(definitions, null, name, (JsonObject)crd.DeepClone(), "legator-tests", Stop, force: true);
            await Eventually.IsTrueAsync($"{name} is served", () => IsServedAsync(name));
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Examples_Created_AreTakenWhole()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var problems = new List<string>();
        foreach (var file in Examples)
        {
            foreach (var document in Yaml.ParseAll((await File.ReadAllTextAsync(file, Stop)).Replace("${LEGATOR_URL}", "http://127.0.0.1:1")))
            {
                problems.AddRange((await LostAsync(document.AsObject(), inNamespace)).Select(lost => $"{Path.GetFileName(file)}: {lost}"));
            }
        }

        problems.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> LostAsync(JsonObject sent, string inNamespace)
    {
        var resource = (await client.ResolveAsync($"{sent["kind"]}", Stop)).ShouldNotBeNull();
        sent["metadata"]!["name"] = $"dry-run-{sent["metadata"]!["name"]}";
        if (resource.Namespaced)
        {
            sent["metadata"]!["namespace"] = inNamespace;
        }

        try
        {
            var kept = await client.CreateAsync(resource, resource.Namespaced ? inNamespace : null, (JsonObject)sent.DeepClone(), Stop, new ClusterCall { DryRun = true });
            sent.Remove("status");

            // Only ever written: what it says stands in data.
            sent.Remove("stringData");
            return [.. Lost(sent, kept, $"{sent["kind"]}")];
        }
        catch (ClusterException refused)
        {
            return [$"{sent["kind"]}: {refused.Message}"];
        }
    }

    private async Task<bool> IsServedAsync(string name)
    {
        try
        {
            return await client.ResolveAsync(name, Stop) is { } resource && await client.ListAsync(resource, resource.Namespaced ? "default" : null, null, Stop) is not null;
        }
        catch (ClusterException e) when (e.IsNotFound || e.IsTransient)
        {
            return false;
        }
    }

    /// <summary>Fields that were sent and are not in the answer, or otherwise.</summary>
    private static IEnumerable<string> Lost(JsonNode? sent, JsonNode? kept, string path) => (sent, kept) switch
    {
        (JsonObject from, JsonObject to) => from.SelectMany(field => Lost(field.Value, to[field.Key], $"{path}.{field.Key}")),
        (JsonArray from, JsonArray to) when from.Count == to.Count => from.SelectMany((item, index) => Lost(item, to[index], $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(sent, kept) ? [] : [$"{path}: {sent?.ToJsonString()} became {kept?.ToJsonString()}"],
    };
}
