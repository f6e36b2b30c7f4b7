using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>The Kubernetes API that scenarios run against, with our kinds in it.</summary>
public abstract class ScenarioCluster : IAsyncLifetime
{
    // Scenarios are about guardrails, so the cluster refuses their agents nothing.
    private const string Rights = """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: scenarios, namespace: agents}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: scenario-agents}
        rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: scenario-agents}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: scenario-agents}
        subjects: [{kind: ServiceAccount, namespace: agents, name: scenarios}]
        """;

    private IHost? _host;

    /// <summary>Null where there is no API server to run against.</summary>
    public string? Kubeconfig { get; private set; }

    private DynamicClient Client => _host!.Services.GetRequiredService<DynamicClient>();

    public async ValueTask InitializeAsync()
    {
        Kubeconfig = await StartAsync();
        if (Kubeconfig is null)
        {
            return;
        }

        _host = Connect(Kubeconfig);
        await ApplyAllAsync(Directory.EnumerateFiles(Path.Combine(Scenario.Root, "..", "..", "deploy", "crds"), "*.yaml").SelectMany(f => Yaml.ParseAll(File.ReadAllText(f))).Cast<JsonObject>());
        await Eventually.IsTrueAsync("our kinds are served", OurKindsAreServedAsync);
        await ApplyAllAsync([Namespace("agents"), Namespace("demo")]);
        await ApplyAllAsync(Yaml.ParseAll(Rights).Cast<JsonObject>());
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Path of an admin kubeconfig; null where this API is not at hand.</summary>
    protected abstract Task<string?> StartAsync();

    protected virtual Task StopAsync() => Task.CompletedTask;

    internal async Task ApplyAllAsync(IEnumerable<JsonObject> objects)
    {
        foreach (var item in objects)
        {
            var (resource, ns, name) = await AddressAsync(item);
            await Client.ApplyAsync(resource, ns, name, (JsonObject)item.DeepClone(), "scenarios", default, force: true);
        }
    }

    internal async Task DeleteAllAsync(IEnumerable<JsonObject> objects)
    {
        foreach (var item in objects)
        {
            var (resource, ns, name) = await AddressAsync(item);
            await Client.DeleteAsync(resource, ns, name, default);
        }
    }

    internal static JsonObject Reference(string apiVersion, string kind, string ns, string name) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = ns },
    };

    /// <summary>A Secret of the agents' namespace.</summary>
    internal static JsonObject Secret(string name, params (string Field, string Value)[] fields)
    {
        var secret = Reference("v1", "Secret", "agents", name);
        secret["stringData"] = new JsonObject(fields.Select(f => KeyValuePair.Create(f.Field, (JsonNode?)f.Value)));
        return secret;
    }

    /// <summary>Discovery is kept by each client, so only a new one knows what was defined since.</summary>
    private async Task<bool> OurKindsAreServedAsync()
    {
        _host?.Dispose();
        _host = Connect(Kubeconfig!);
        return (await Client.ResourcesAsync(default)).Count(r => r.Group == "legator.io") == 8;
    }

    private static IHost Connect(string kubeconfig)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Cluster:Kubeconfig"] = kubeconfig;
        builder.AddCluster();
        return builder.Build();
    }

    private async Task<(ApiResourceInfo Resource, string? Namespace, string Name)> AddressAsync(JsonObject item)
    {
        var (apiVersion, kind) = ((string)item["apiVersion"]!, (string)item["kind"]!);
        var resource = (await Client.ResourcesAsync(default)).First(r => r.Kind == kind && r.GroupVersion == apiVersion);
        return (resource, (string?)item["metadata"]!["namespace"], (string)item["metadata"]!["name"]!);
    }

    private static JsonObject Namespace(string name) => new() { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = name } };
}
