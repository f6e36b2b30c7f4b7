using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core;

namespace Legator.AppHost.Standalone;

/// <summary>Applies examples/quickstart at the first start of a data folder. What people change or delete afterwards stays as they left it.</summary>
internal static class Quickstart
{
    private const string Marker = "legator-quickstart";
    private const string MarkerNamespace = "kube-system";

    public static async Task ApplyOnceAsync(ClusterConnection cluster, string url, CancellationToken cancellation)
    {
        var objects = new DynamicClient(cluster);
        if (await objects.GetAsync("configmaps", MarkerNamespace, Marker, cancellation) is not null)
        {
            return;
        }

        foreach (var manifest in Manifests(url))
        {
            await CreateAsync(objects, manifest, cancellation);
        }

        await CreateAsync(objects, MarkerObject(), cancellation);
    }

    private static async Task CreateAsync(DynamicClient objects, JsonObject manifest, CancellationToken cancellation)
    {
        try
        {
            await objects.CreateAsync(manifest, cancellation);
        }
        catch (ClusterException exists) when (exists.IsAlreadyExists)
        {
            // A start before this one got so far and no further.
        }
    }

    private static IEnumerable<JsonObject> Manifests(string url)
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

    private static JsonObject MarkerObject() => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ConfigMap",
        ["metadata"] = new JsonObject { ["name"] = Marker, ["namespace"] = MarkerNamespace },
    };
}
