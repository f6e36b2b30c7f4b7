using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.State;
using Legator.LocalCluster;
using Legator.Runner.Clusters;

namespace Legator.Runner.Tests.Tools;

/// <summary>A Kubernetes API to run tools against: the embedded one, with two namespaces and a few objects.</summary>
public class Cluster : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-tools");
    private LocalClusterHost? _host;
    private ClusterConnection? _connection;

    public DynamicClient Client { get; private set; } = null!;

    /// <summary>The cluster as the runner itself sees it.</summary>
    internal IRunCluster AsRunner => new OpenCluster(new ClusterAccess(Client, ClusterAccess.Bounds, "the runner itself", "legator-watch"));

    /// <summary>The cluster as a ServiceAccount sees it, whether there is one or not.</summary>
    internal IRunCluster As(string place, string name) =>
        new OpenCluster(new ClusterAccess(Client, ClusterAccess.Bounds with { ImpersonateUser = $"system:serviceaccount:{place}:{name}" }, $"ServiceAccount {place}/{name}", $"legator-{name}"));

    public ResourceClient<AgentState> States { get; private set; } = null!;

    internal ResourceClient<ConfigMap> Maps { get; private set; } = null!;

    /// <summary>Objects of our other kinds.</summary>
    internal ResourceClient<T> Of<T>()
        where T : class, Core.Resources.IResource => new(_connection!);

    /// <summary>The namespace that holds the objects.</summary>
    public virtual string Demo => "demo";

    /// <summary>Path of an admin's kubeconfig.</summary>
    public string KubeconfigPath { get; private set; } = "";

    /// <summary>False where there is no such API to run against.</summary>
    public bool IsThere => _connection is not null;

    public async ValueTask InitializeAsync()
    {
        if (await StartAsync() is not { } kubeconfig)
        {
            return;
        }

        KubeconfigPath = kubeconfig;
        _connection = new ClusterConnection(new ClusterOptions { Kubeconfig = kubeconfig }, TimeProvider.System);
        await DefineAsync(_connection, Definition("postgresql.cnpg.io", "clusters", "Cluster", "pgc"), Definition("example.com", "casks", "Cask", "cs"));
        Client = new DynamicClient(_connection);
        Maps = new ResourceClient<ConfigMap>(_connection);
        States = new ResourceClient<AgentState>(_connection);
        await ApplyAsync(Client, "namespaces", Namespace("agents"));
        await ApplyAsync(Client, "namespaces", Namespace(Demo));
        await AddAsync("deployments", Demo, Deployment("web", 3));
        await AddAsync("secrets", Demo, """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"db"},"type":"Opaque","data":{"password":"Y2FuYXJ5LXNlY3JldA=="}}""");
        await AddAsync("pods", Demo, Pod("web-1"));
    }

    public async ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Path of an admin's kubeconfig; null where there is no such API.</summary>
    protected virtual async Task<string?> StartAsync()
    {
        _host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = _folder.FullName }, TestContext.Current.CancellationToken);
        return _host.KubeconfigPath;
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

    private static string Namespace(string name) => $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""";

    private static async Task ApplyAsync(DynamicClient client, string kind, string json)
    {
        var value = (JsonObject)JsonNode.Parse(json)!;
        var resource = (await client.ResolveAsync(kind, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await client.ApplyAsync(resource, null, (string)value["metadata"]!["name"]!, value, "tools-tests", TestContext.Current.CancellationToken, force: true);
    }

    // A client keeps what it discovered, so the kinds come before the client that the tests use.
    private static async Task DefineAsync(ClusterConnection connection, params string[] definitions)
    {
        using var client = new DynamicClient(connection);
        foreach (var definition in definitions)
        {
            await ApplyAsync(client, "crd", definition);
        }

        await Eventually.IsTrueAsync("the new kinds are served", async () =>
        {
            using var fresh = new DynamicClient(connection);
            return await fresh.ResolveAsync("casks", TestContext.Current.CancellationToken) is not null && await fresh.ResolveAsync("pgc", TestContext.Current.CancellationToken) is not null;
        });
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
