using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;

namespace Legator.Tests.DeployedAccounts;

/// <summary>The account of a file of deploy/rbac in a cluster, with the rights that the file gives it and no others.</summary>
internal sealed class DeployedAccount(string kubeconfig, string file)
{
    private readonly IReadOnlyList<JsonObject> _objects = [.. Yaml.ParseAll(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "deploy", "rbac", file))).Cast<JsonObject>()];

    /// <summary>The ClusterRole of the file.</summary>
    public JsonObject Role => _objects.Single(o => (string)o["kind"]! == "ClusterRole");

    private (string Place, string Name) Subject => _objects.Single(o => (string)o["kind"]! == "ClusterRoleBinding")["subjects"]![0] is { } subject
        ? ((string)subject["namespace"]!, (string)subject["name"]!)
        : throw new InvalidOperationException($"{file} binds its role to nobody.");

    /// <summary>What an API server calls the account.</summary>
    public string UserName => $"system:serviceaccount:{Subject.Place}:{Subject.Name}";

    /// <summary>Makes the account and what the file holds.</summary>
    public async Task ApplyAsync()
    {
        var (place, name) = Subject;
        await AddAsync("namespaces", null, Named("Namespace", place));
        await AddAsync("serviceaccounts", place, Named("ServiceAccount", name));
        foreach (var part in _objects)
        {
            await AddAsync($"{((string)part["kind"]!).ToLowerInvariant()}s", null, part);
        }
    }

    /// <summary>Makes the account and what the file holds, and writes a kubeconfig with a token of the account.</summary>
    public async Task WriteAsync(string path)
    {
        await ApplyAsync();
        var (place, name) = Subject;
        var config = (JsonObject)Yaml.ParseAll(await File.ReadAllTextAsync(kubeconfig)).Single()!;
        var user = (JsonObject)config["users"]![0]!["user"]!;
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)user["token"]!);
        var url = new Uri($"{config["clusters"]![0]!["cluster"]!["server"]}/api/v1/namespaces/{place}/serviceaccounts/{name}/token");
        using var answer = await http.PostAsJsonAsync(url, new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = new JsonObject() });
        user["token"] = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!["token"]!;
        await File.WriteAllTextAsync(path, Yaml.Write(config));
    }

    /// <summary>Gives the role other rules.</summary>
    public async Task ReplaceAsync(JsonNode rules)
    {
        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = kubeconfig }, TimeProvider.System);
        using var client = new DynamicClient(connection);
        var roles = (await client.ResolveAsync("clusterroles", CancellationToken.None))!;
        await client.PatchAsync(roles, null, (string)Role["metadata"]!["name"]!, new JsonObject { ["rules"] = rules.DeepClone() }, CancellationToken.None);
    }

    /// <summary>Makes an object that is not there yet.</summary>
    public async Task AddAsync(string kind, string? place, JsonObject value)
    {
        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = kubeconfig }, TimeProvider.System);
        using var client = new DynamicClient(connection);
        try
        {
            await client.CreateAsync((await client.ResolveAsync(kind, CancellationToken.None))!, place, value, CancellationToken.None);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            // Another test of the same cluster made it.
        }
    }

    private static JsonObject Named(string kind, string name) => new() { ["apiVersion"] = "v1", ["kind"] = kind, ["metadata"] = new JsonObject { ["name"] = name } };
}
