using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;

namespace Legator.AppHost.Standalone;

/// <summary>Applies examples/quickstart at the first start of a data folder. What people change or delete afterwards stays as they left it.</summary>
internal sealed class Quickstart(DynamicClient objects, string url)
{
    private const string Marker = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"legator-quickstart","namespace":"kube-system"}}""";

    public async Task ApplyOnceAsync(CancellationToken cancellation)
    {
        var marker = JsonNode.Parse(Marker)!.AsObject();
        if (await ExistsAsync(marker, cancellation))
        {
            return;
        }

        foreach (var manifest in Manifests())
        {
            await CreateAsync(manifest, cancellation);
        }

        await CreateAsync(marker, cancellation);
    }

    private async Task<bool> ExistsAsync(JsonObject manifest, CancellationToken cancellation) =>
        await objects.GetAsync(await ResourceAsync(manifest, cancellation), Namespace(manifest), Name(manifest), cancellation) is not null;

    private async Task CreateAsync(JsonObject manifest, CancellationToken cancellation)
    {
        try
        {
            await objects.CreateAsync(await ResourceAsync(manifest, cancellation), Namespace(manifest), manifest, cancellation);
        }
        catch (ClusterException exists) when (exists.IsAlreadyExists)
        {
            // A start before this one got so far and no further.
        }
    }

    private async Task<ApiResourceInfo> ResourceAsync(JsonObject manifest, CancellationToken cancellation)
    {
        var version = (string)manifest["apiVersion"]!;
        var kind = (string)manifest["kind"]!;
        var name = version.Contains('/', StringComparison.Ordinal) ? $"{kind}.{version.Split('/')[0]}" : kind;
        return await objects.ResolveAsync(name, cancellation)
            ?? throw new InvalidOperationException($"The cluster does not serve {name}, which examples/quickstart needs.");
    }

    private IEnumerable<JsonObject> Manifests()
    {
        var assembly = typeof(Quickstart).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("quickstart/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var manifest in Yaml.ParseAll(reader.ReadToEnd().Replace("${LEGATOR_URL}", url, StringComparison.Ordinal)))
            {
                yield return manifest.AsObject();
            }
        }
    }

    private static string? Namespace(JsonObject manifest) => (string?)manifest["metadata"]!["namespace"];

    private static string Name(JsonObject manifest) => (string)manifest["metadata"]!["name"]!;
}
