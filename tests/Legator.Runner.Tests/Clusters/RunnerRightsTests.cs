using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Approvals;
using Legator.Runner.Clusters;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Work;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Clusters;

/// <summary>What deploy/rbac gives a runner is enough to act as the agents and to show people what they decide on, and none of it can be left out.</summary>
public sealed class RunnerRightsTests(Cluster cluster) : IClassFixture<Cluster>
{
    private const string Everything = "reads web-1; knows the agent; knows the environment; rehearses; sees deployments.apps/web";
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "deploy", "rbac", "runner.yaml");

    [Fact]
    public async Task Roles_AreEnough_AndNothingInThemTooMuch()
    {
        await PrepareAsync();
        (await TryAsync()).ShouldBe(Everything);

        foreach (var role in Read("Role"))
        {
            var parts = Parts(role).ToList();
            parts.ShouldNotBeEmpty();
            foreach (var (rule, list, value) in parts)
            {
                await ReplaceAsync(Without(role, rule, list, value));
                (await TryAsync()).ShouldNotBe(Everything, $"{value} of rule {rule} of {role["metadata"]!["name"]} is not needed");
            }

            await ReplaceAsync(role);
        }

        (await TryAsync()).ShouldBe(Everything);
    }

    private static IReadOnlyList<JsonObject> Read(string kind) => [.. Yaml.ParseAll(System.IO.File.ReadAllText(File)).Cast<JsonObject>().Where(o => (string)o["kind"]! == kind)];

    private static IEnumerable<(int Rule, string List, string Value)> Parts(JsonObject role) =>
        ((JsonArray)role["rules"]!).SelectMany((rule, index) => new[] { "resources", "verbs" }.SelectMany(list => ((JsonArray)rule![list]!).Select(value => (index, list, (string)value!))));

    private static JsonObject Without(JsonObject role, int rule, string list, string value)
    {
        var less = (JsonObject)role.DeepClone();
        var kept = ((JsonArray)less["rules"]![rule]![list]!).Select(v => (string)v!).Where(v => v != value).ToList();
        less["rules"]![rule]![list] = new JsonArray([.. kept.Select(v => (JsonNode)v)]);
        if (kept.Count == 0)
        {
            ((JsonArray)less["rules"]!).RemoveAt(rule);
        }

        return less;
    }

    private async Task PrepareAsync()
    {
        var subject = Read("RoleBinding")[0]["subjects"]![0]!;
        await cluster.AddAsync("namespaces", null, $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{subject["namespace"]}}}"}}""");
        await cluster.AddAsync("serviceaccounts", (string)subject["namespace"]!, $$$"""{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"{{{subject["name"]}}}"}}""");
        foreach (var part in Read("Role").Concat(Read("RoleBinding")))
        {
            await cluster.AddAsync($"{((string)part["kind"]!).ToLowerInvariant()}s", (string)part["metadata"]!["namespace"]!, part.ToJsonString());
        }

        await cluster.AccountAsync("reader");
        await cluster.GrantAsync("reader", ["pods", "deployments"], ["get", "list"], "*");
        await cluster.GrantAsync("legator-previewer", ["deployments", "deployments/scale"], ["get", "update", "patch"], "apps", "legator-system");
        await cluster.Of<LegatorEnvironment>().CreateAsync(new LegatorEnvironment { Metadata = new ObjectMeta { Name = "home", Namespace = "agents" }, Spec = new LegatorEnvironmentSpec() }, TestContext.Current.CancellationToken);
        await cluster.Of<LegatorAgent>().CreateAsync(Yaml.Deserialize<LegatorAgent>(Agent)!, TestContext.Current.CancellationToken);
    }

    private const string Agent = """
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: reader, namespace: agents}
        spec: {description: reads, environmentRef: home, schedule: {interval: 1h}, model: {tier: fast}, skills: [{name: look, source: "configmap://look"}], guardrails: {}}
        """;

    private async Task ReplaceAsync(JsonObject role)
    {
        var resource = (await cluster.Client.ResolveAsync("roles", TestContext.Current.CancellationToken))!;
        var (place, name) = ((string)role["metadata"]!["namespace"]!, (string)role["metadata"]!["name"]!);
        await cluster.Client.PatchAsync(resource, place, name, new JsonObject { ["rules"] = role["rules"]!.DeepClone() }, TestContext.Current.CancellationToken);
    }

    /// <summary>What a run sees and a person is shown when the runner is the account of deploy/rbac and nobody else; a new runner each time.</summary>
    private async Task<string> TryAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legator-runner-");
        var path = Path.Combine(folder.FullName, "kubeconfig");
        await System.IO.File.WriteAllTextAsync(path, await KubeconfigAsync());
        try
        {
            using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = path }, TimeProvider.System);
            using var client = new DynamicClient(connection);
            var options = Options.Create(new RunnerOptions { Previewer = "legator-system/legator-previewer" });
            var clusters = new RunClusters(client, new ResourceClient<ServiceAccount>(connection), new SecretReader(new ResourceClient<Secret>(connection), options), options, TimeProvider.System);
            await using var resources = new RunResources();
            var snapshot = Models.Snapshot("scripted");
            snapshot = snapshot with { Agent = snapshot.Agent with { Name = "reader" } };
            var home = await clusters.OfAsync(snapshot, new RunSecrets(Core.Redaction.Redactor.Default), resources, TestContext.Current.CancellationToken);
            var scope = Gates.Scope() with { Agent = new AgentKey("agents", "reader"), EnvironmentName = "home", Resources = resources, Cluster = home };
            var gate = Gates.Create(cluster, versions: new PolicyVersions(new(connection), new(connection)));
            return $"{await ReadAsync(gate, scope)}; {await AskAsync(gate, scope with { Policy = scope.Policy with { ApprovalMode = ApprovalMode.EveryAction } })}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> ReadAsync(ToolGate gate, RunScope scope)
    {
        var judgement = await gate.JudgeAsync("kubectl.list", new { resource = "pods", @namespace = cluster.Demo }, scope);
        var text = judgement.Permit is { } permit ? (await gate.ExecuteAsync(permit, scope, TestContext.Current.CancellationToken)).Text : judgement.Verdict.Message;
        return text.Contains("web-1", StringComparison.Ordinal) ? "reads web-1" : text;
    }

    private async Task<string> AskAsync(ToolGate gate, RunScope scope)
    {
        var judgement = await gate.JudgeAsync("kubectl.scale", new { resource = "deployments", name = "web", @namespace = cluster.Demo, replicas = 5 }, scope);
        return judgement.Ask is not { } ask ? judgement.Verdict.Message : string.Join("; ",
            ask.Terms.Agent is null ? "no agent" : "knows the agent",
            ask.Terms.Environment is null ? "no environment" : "knows the environment",
            ask.Preview.Difference?.Contains("would change", StringComparison.Ordinal) == true ? "rehearses" : ask.Preview.Unavailable ?? ask.Preview.Difference,
            ask.Terms.Target is null ? "no target" : "sees deployments.apps/web");
    }

    /// <summary>A kubeconfig with a token of the runner's account.</summary>
    private async Task<string> KubeconfigAsync()
    {
        var config = (JsonObject)Yaml.ParseAll(await System.IO.File.ReadAllTextAsync(cluster.KubeconfigPath)).Single()!;
        var user = (JsonObject)config["users"]![0]!["user"]!;
        var subject = Read("RoleBinding")[0]["subjects"]![0]!;
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)user["token"]!);
        var url = new Uri($"{config["clusters"]![0]!["cluster"]!["server"]}/api/v1/namespaces/{subject["namespace"]}/serviceaccounts/{subject["name"]}/token");
        using var answer = await http.PostAsJsonAsync(url, new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = new JsonObject() }, TestContext.Current.CancellationToken);
        user["token"] = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["status"]!["token"]!;
        return Yaml.Write(config);
    }
}
