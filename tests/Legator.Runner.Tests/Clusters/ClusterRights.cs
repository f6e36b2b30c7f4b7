using System.Text.Json.Nodes;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Redaction;
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

/// <summary>Gives accounts rights in a cluster, and scopes to agents that act as them.</summary>
internal static class ClusterRights
{
    private const string Rbac = "rbac.authorization.k8s.io";

    public static Task AccountAsync(this Cluster cluster, string name, string place = "agents") =>
        cluster.AddAsync("serviceaccounts", place, $$$"""{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"{{{name}}}"}}""");

    /// <summary>Lets an account do something in the cluster's own namespace.</summary>
    public static async Task GrantAsync(this Cluster cluster, string account, string[] resources, string[] verbs, string group = "", string place = "agents")
    {
        var role = new JsonObject
        {
            ["apiVersion"] = $"{Rbac}/v1",
            ["kind"] = "Role",
            ["metadata"] = new JsonObject { ["name"] = account },
            ["rules"] = new JsonArray(new JsonObject { ["apiGroups"] = List(group), ["resources"] = List(resources), ["verbs"] = List(verbs) }),
        };
        var binding = new JsonObject
        {
            ["apiVersion"] = $"{Rbac}/v1",
            ["kind"] = "RoleBinding",
            ["metadata"] = new JsonObject { ["name"] = account },
            ["roleRef"] = new JsonObject { ["apiGroup"] = Rbac, ["kind"] = "Role", ["name"] = account },
            ["subjects"] = new JsonArray(new JsonObject { ["kind"] = "ServiceAccount", ["namespace"] = place, ["name"] = account }),
        };
        await cluster.AddAsync("roles", cluster.Demo, role.ToJsonString());
        await cluster.AddAsync("rolebindings", cluster.Demo, binding.ToJsonString());
    }

    /// <summary>The scope of a run of an agent, with the cluster that its snapshot leads to.</summary>
    public static async Task<RunScope> ScopeAsync(this Cluster home, string agent, string? account = null, ConnectionSpec? connection = null)
    {
        var snapshot = Models.Snapshot("scripted");
        snapshot = snapshot with
        {
            Agent = snapshot.Agent with { Name = agent, Spec = snapshot.Agent.Spec with { ServiceAccountName = account } },
            Environment = snapshot.Environment with { Spec = new LegatorEnvironmentSpec { Connection = connection } },
        };
        var secrets = new SecretReader(home.Of<Backends.Kubernetes.Kinds.Secret>(), Options.Create(new RunnerOptions()));
        var clusters = new RunClusters(home.Client, home.Of<Backends.Kubernetes.Kinds.ServiceAccount>(), secrets, Options.Create(new RunnerOptions()), TimeProvider.System);
        var (known, resources) = (new RunSecrets(Redactor.Default), new RunResources());
        var cluster = await clusters.OfAsync(snapshot, known, resources, TestContext.Current.CancellationToken);
        return Gates.Scope(sheet: new DeclaredAction("any", "kubectl.*", Core.Actions.RiskTier.Read)) with { Agent = new AgentKey("agents", agent), Cluster = cluster, Resources = resources, Secrets = known };
    }

    public static ConnectionSpec Kubeconfig(string secret) => new() { Kind = ConnectionKind.Kubeconfig, Kubeconfig = new KubeconfigRef { SecretRef = secret } };

    /// <summary>Puts a kubeconfig into a Secret beside the agents.</summary>
    public static Task KubeconfigAsync(this Cluster home, string secret, string text) =>
        home.AddAsync("secrets", "agents", new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Secret", ["metadata"] = new JsonObject { ["name"] = secret }, ["stringData"] = new JsonObject { ["kubeconfig"] = text } }.ToJsonString());

    private static JsonArray List(params string[] texts) => [.. texts.Select(t => (JsonNode)t)];
}
