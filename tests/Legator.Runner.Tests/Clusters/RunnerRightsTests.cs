using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Runs;
using Legator.Runner.Clusters;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Work;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Clusters;

/// <summary>What deploy/rbac gives a runner is enough to act as the agents, and none of it can be left out.</summary>
public sealed class RunnerRightsTests(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "deploy", "rbac", "runner.yaml");

    [Fact]
    public async Task Role_IsEnough_AndNoVerbOfItTooMuch()
    {
        var (role, binding) = (Read("Role"), Read("RoleBinding"));
        await PrepareAsync(binding);
        await cluster.AddAsync("roles", "agents", role.ToJsonString());
        await cluster.AddAsync("rolebindings", "agents", binding.ToJsonString());
        (await ListAsync()).ShouldContain("web-1");

        var verbs = Verbs(role).ToList();
        verbs.ShouldNotBeEmpty();
        foreach (var (rule, verb) in verbs)
        {
            await ReplaceAsync(Without(role, rule, verb));
            (await ListAsync()).ShouldNotContain("web-1", Case.Sensitive, $"{verb} of rule {rule} is not needed");
        }

        await ReplaceAsync(role);
        (await ListAsync()).ShouldContain("web-1");
    }

    private static JsonObject Read(string kind) => Yaml.ParseAll(System.IO.File.ReadAllText(File)).Cast<JsonObject>().Single(o => (string)o["kind"]! == kind);

    private static IEnumerable<(int Rule, string Verb)> Verbs(JsonObject role) =>
        ((JsonArray)role["rules"]!).SelectMany((rule, index) => ((JsonArray)rule!["verbs"]!).Select(verb => (index, (string)verb!)));

    private static JsonObject Without(JsonObject role, int rule, string verb)
    {
        var less = (JsonObject)role.DeepClone();
        var kept = ((JsonArray)less["rules"]![rule]!["verbs"]!).Select(v => (string)v!).Where(v => v != verb).ToList();
        less["rules"]![rule]!["verbs"] = new JsonArray([.. kept.Select(v => (JsonNode)v)]);
        if (kept.Count == 0)
        {
            ((JsonArray)less["rules"]!).RemoveAt(rule);
        }

        return less;
    }

    private async Task PrepareAsync(JsonObject binding)
    {
        var subject = binding["subjects"]![0]!;
        await cluster.AddAsync("namespaces", null, $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{subject["namespace"]}}}"}}""");
        await cluster.AddAsync("serviceaccounts", (string)subject["namespace"]!, $$$"""{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"{{{subject["name"]}}}"}}""");
        await cluster.AccountAsync("reader");
        await cluster.GrantAsync("reader", ["pods"], ["list"]);
    }

    private async Task ReplaceAsync(JsonObject role)
    {
        var resource = (await cluster.Client.ResolveAsync("roles", TestContext.Current.CancellationToken))!;
        await cluster.Client.PatchAsync(resource, "agents", (string)role["metadata"]!["name"]!, new JsonObject { ["rules"] = role["rules"]!.DeepClone() }, TestContext.Current.CancellationToken);
    }

    /// <summary>What an agent reads when the runner is the account of deploy/rbac and nobody else; a new runner each time.</summary>
    private async Task<string> ListAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legator-runner-");
        var path = Path.Combine(folder.FullName, "kubeconfig");
        await System.IO.File.WriteAllTextAsync(path, await KubeconfigAsync());
        try
        {
            using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = path }, TimeProvider.System);
            using var client = new DynamicClient(connection);
            var clusters = new RunClusters(client, new ResourceClient<ServiceAccount>(connection), new SecretReader(new ResourceClient<Secret>(connection), Options.Create(new RunnerOptions())), Options.Create(new RunnerOptions()), TimeProvider.System);
            await using var resources = new RunResources();
            var snapshot = Models.Snapshot("scripted");
            snapshot = snapshot with { Agent = snapshot.Agent with { Name = "reader" } };
            var scope = Gates.Scope() with { Agent = new AgentKey("agents", "reader"), Resources = resources, Cluster = await clusters.OfAsync(snapshot, new RunSecrets(Core.Redaction.Redactor.Default), resources, TestContext.Current.CancellationToken) };
            var gate = Gates.Create(cluster);
            var judgement = await gate.JudgeAsync("kubectl.list", new { resource = "pods", @namespace = cluster.Demo }, scope);
            return judgement.Permit is { } permit ? (await gate.ExecuteAsync(permit, scope, TestContext.Current.CancellationToken)).Text : judgement.Verdict.Message;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A kubeconfig with a token of the runner's account.</summary>
    private async Task<string> KubeconfigAsync()
    {
        var config = (JsonObject)Yaml.ParseAll(await System.IO.File.ReadAllTextAsync(cluster.KubeconfigPath)).Single()!;
        var user = (JsonObject)config["users"]![0]!["user"]!;
        var subject = Read("RoleBinding")["subjects"]![0]!;
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)user["token"]!);
        var url = new Uri($"{config["clusters"]![0]!["cluster"]!["server"]}/api/v1/namespaces/{subject["namespace"]}/serviceaccounts/{subject["name"]}/token");
        using var answer = await http.PostAsJsonAsync(url, new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = new JsonObject() }, TestContext.Current.CancellationToken);
        user["token"] = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["status"]!["token"]!;
        return Yaml.Write(config);
    }
}
