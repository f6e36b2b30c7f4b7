using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;
using Legator.LocalCluster;

namespace Legator.Runner.Tests.Canary;

/// <summary>Another cluster, which only knows those who have the token of its kubeconfig: with a pod that has written a log, and metrics of it.</summary>
internal sealed class CanaryCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly LocalClusterHost _host;

    private CanaryCluster(DirectoryInfo folder, LocalClusterHost host)
    {
        (_folder, _host) = (folder, host);
        Kubeconfig = File.ReadAllText(host.KubeconfigPath);
        Token = (string)Yaml.ParseAll(Kubeconfig).Single()!["users"]![0]!["user"]!["token"]!;
    }

    public string Kubeconfig { get; }

    public string Token { get; }

    public static async Task<CanaryCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legator-canary-cluster-");
        return new CanaryCluster(folder, await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = folder.FullName }, default));
    }

    /// <summary>Makes what the tools are asked for.</summary>
    /// <param name="planted">A text that holds secrets.</param>
    public async Task FillAsync(string planted)
    {
        await ApplyAsync(Object("v1", "Namespace", null, "demo"), Object("v1", "Node", null, "node-1"), Metrics());
        var pod = Object("v1", "Pod", "demo", "talker");
        pod["metadata"]!["annotations"] = new JsonObject { ["local.legator.io/log"] = planted };
        pod["spec"] = JsonNode.Parse("""{"containers":[{"name":"c","image":"i"}]}""");
        var map = Object("v1", "ConfigMap", "demo", CanarySite.Planted);
        map["data"] = new JsonObject { ["note"] = planted };
        var usage = Object("metrics.k8s.io/v1beta1", "PodMetrics", "demo", "talker");
        usage["containers"] = JsonNode.Parse("""[{"name":"c","usage":{"cpu":"5m","memory":"10Mi"}}]""");
        await ApplyAsync(pod, map, usage);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // Each time a new client, since discovery is kept by each.
    private async Task ApplyAsync(params JsonObject[] objects)
    {
        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = _host.KubeconfigPath }, TimeProvider.System);
        using var client = new DynamicClient(connection);
        foreach (var item in objects)
        {
            var resource = (await client.ResourcesAsync(default)).First(r => r.Kind == (string)item["kind"]! && r.GroupVersion == (string)item["apiVersion"]!);
            await client.ApplyAsync(resource, (string?)item["metadata"]!["namespace"], (string)item["metadata"]!["name"]!, item, "canary", default, force: true);
        }
    }

    private static JsonObject Metrics() => (JsonObject)JsonNode.Parse("""
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"pods.metrics.k8s.io","annotations":{"api-approved.kubernetes.io":"unapproved, for tests"}},
         "spec":{"group":"metrics.k8s.io","scope":"Namespaced","names":{"plural":"pods","singular":"podmetrics","kind":"PodMetrics"},
         "versions":[{"name":"v1beta1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """)!;

    private static JsonObject Object(string apiVersion, string kind, string? ns, string name)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (ns is not null)
        {
            metadata["namespace"] = ns;
        }

        return new JsonObject { ["apiVersion"] = apiVersion, ["kind"] = kind, ["metadata"] = metadata };
    }
}
