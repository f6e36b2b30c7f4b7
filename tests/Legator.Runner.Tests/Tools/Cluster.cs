using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Resources.State;
using Legator.LocalCluster;

namespace Legator.Runner.Tests.Tools;

/// <summary>A Kubernetes API to run tools against: the embedded one, with two namespaces and a few objects.</summary>
public sealed class Cluster : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-tools").FullName;
    private LocalClusterHost? _host;
    private ClusterConnection? _connection;

    public DynamicClient Client { get; private set; } = null!;

    public ResourceClient<AgentState> States { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = _folder }, TestContext.Current.CancellationToken);
        _connection = new ClusterConnection(new ClusterOptions { Kubeconfig = _host.KubeconfigPath }, TimeProvider.System);
        await DefineAsync(_connection, Definition("postgresql.cnpg.io", "clusters", "Cluster", "pgc"), Definition("example.com", "casks", "Cask", "cs"));
        Client = new DynamicClient(_connection);
        States = new ResourceClient<AgentState>(_connection);
        foreach (var name in new[] { "demo", "agents" })
        {
            await AddAsync("namespaces", null, $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""");
        }

        await AddAsync("deployments", "demo", Deployment("web", 3));
        await AddAsync("secrets", "demo", """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"db"},"type":"Opaque","data":{"password":"Y2FuYXJ5LXNlY3JldA=="}}""");
        await AddAsync("pods", "demo", Pod("web-1"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _connection?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    public static string Deployment(string name, int replicas) =>
        $$$$$"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"{{{{{name}}}}}","labels":{"app":"{{{{{name}}}}}"}},
         "spec":{"replicas":{{{{{replicas}}}}},"selector":{"matchLabels":{"app":"{{{{{name}}}}}"}},
         "template":{"metadata":{"labels":{"app":"{{{{{name}}}}}"}},"spec":{"containers":[{"name":"main","image":"nginx:1.27"}]}}}}
        """;

    public static string Pod(string name) =>
        $$$$$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{{name}}}}}"},"spec":{"containers":[{"name":"main","image":"nginx:1.27"}]},
         "status":{"phase":"Running","containerStatuses":[{"name":"main","ready":true,"restartCount":4,"image":"nginx:1.27","imageID":"x","state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}
        """;

    private static string Definition(string group, string plural, string kind, string shortName) =>
        $$$$$"""
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"{{{{{plural}}}}}.{{{{{group}}}}}"},
         "spec":{"group":"{{{{{group}}}}}","scope":"Namespaced","names":{"plural":"{{{{{plural}}}}}","singular":"{{{{{kind.ToLowerInvariant()}}}}}","kind":"{{{{{kind}}}}}","shortNames":["{{{{{shortName}}}}}"]},
         "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    // A client keeps what it discovered, so the kinds come before the client that the tests use.
    private static async Task DefineAsync(ClusterConnection connection, params string[] definitions)
    {
        using var client = new DynamicClient(connection);
        var resource = (await client.ResolveAsync("crd", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        foreach (var definition in definitions)
        {
            await client.CreateAsync(resource, null, (JsonObject)JsonNode.Parse(definition)!, TestContext.Current.CancellationToken);
        }
    }

    public async Task<JsonObject> AddAsync(string kind, string? place, string json)
    {
        var resource = (await Client.ResolveAsync(kind, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var value = (JsonObject)JsonNode.Parse(json)!;
        var created = await Client.CreateAsync(resource, place, value, TestContext.Current.CancellationToken);
        return value["status"] is JsonNode status
            ? await Client.PatchAsync(resource, place, (string)value["metadata"]!["name"]!, new JsonObject { ["status"] = status.DeepClone() }, TestContext.Current.CancellationToken, subresource: "status")
            : created;
    }

    public async Task<JsonObject?> FindAsync(string kind, string? place, string name)
    {
        var resource = (await Client.ResolveAsync(kind, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        return await Client.GetAsync(resource, place, name, TestContext.Current.CancellationToken);
    }
}
