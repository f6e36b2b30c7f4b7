using Legator.Core.Actions;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Kubernetes;

/// <summary>Nodes, evictions, logs and metrics: the embedded cluster answers for them, the other API server has none of it.</summary>
public sealed class KubectlNodesTests(Cluster cluster) : IClassFixture<Cluster>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Fact]
    public async Task Cordon_AndBack_IsSeen()
    {
        await NodeAsync("n-cordon");
        (await ReconcileAsync("kubectl.cordon", new { name = "n-cordon" })).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.cordon", new { name = "n-cordon" })).Text.ShouldBe("nodes/n-cordon now takes no new pods.");
        (await ReconcileAsync("kubectl.cordon", new { name = "n-cordon" })).ShouldBe(InterruptedOutcome.Executed);
        (await _gate.RunAsync("kubectl.cordon", new { name = "n-cordon" })).Text.ShouldContain("already");
        (await _gate.RunAsync("kubectl.uncordon", new { name = "n-cordon" })).Text.ShouldBe("nodes/n-cordon now takes new pods.");
    }

    [Fact]
    public async Task Drain_Node_LeavesDaemonsAndWhatIsOnOtherNodes()
    {
        await NodeAsync("n-drain");
        await PodAsync("served", "n-drain", "ReplicaSet");
        await PodAsync("daemon", "n-drain", "DaemonSet");
        await PodAsync("elsewhere", "n-other", "ReplicaSet");
        (await _gate.JudgeAsync("kubectl.drain", new { name = "n-drain", ignoreDaemonsets = true })).Actions.ShouldHaveSingleItem().Tier.ShouldBe(RiskTier.DestructiveMutation);
        var refused = await _gate.RunAsync("kubectl.drain", new { name = "n-drain" });
        refused.Succeeded.ShouldBeFalse();
        refused.Text.ShouldContain("demo/daemon belong to daemonsets");
        (await _gate.RunAsync("kubectl.drain", new { name = "n-drain", ignoreDaemonsets = true })).Text.ShouldBe("Drained nodes/n-drain: 1 pods are gone, 1 stay, and it takes no new ones.");
        (await cluster.FindAsync("pods", "demo", "served")).ShouldBeNull();
        (await cluster.FindAsync("pods", "demo", "daemon")).ShouldNotBeNull();
        (await cluster.FindAsync("pods", "demo", "elsewhere")).ShouldNotBeNull();
        (await ReconcileAsync("kubectl.drain", new { name = "n-drain", ignoreDaemonsets = true })).ShouldBe(InterruptedOutcome.Executed);
    }

    [Fact]
    public async Task Drain_PodsThatWouldBeLost_StopItBeforeAnythingHappens()
    {
        await NodeAsync("n-lossy");
        await PodAsync("alone", "n-lossy", null);
        await PodAsync("scratch", "n-lossy", "ReplicaSet", emptyDir: true);
        var refused = await _gate.RunAsync("kubectl.drain", new { name = "n-lossy" });
        refused.Text.ShouldContain("demo/alone are made again by nothing");
        refused.Text.ShouldContain("demo/scratch keep data on the node");
        (await cluster.FindAsync("nodes", null, "n-lossy"))!["spec"]?["unschedulable"].ShouldBeNull();
        var judgement = await _gate.JudgeAsync("kubectl.drain", new { name = "n-lossy", deleteEmptydirData = true });
        judgement.Verdict.Reason.ShouldBe(Core.Guardrails.GuardrailReason.DataMutation);
    }

    [Fact]
    public async Task Evict_PodUnderABudget_IsRefusedByTheCluster()
    {
        await PodAsync("guarded", "n-any", "ReplicaSet", app: "guarded");
        await cluster.AddAsync("poddisruptionbudgets", "demo", """{"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"guarded"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"guarded"}}}}""");
        var refused = await Should.ThrowAsync<Backends.Kubernetes.ClusterException>(() => cluster.Client.EvictAsync("demo", "guarded", TestContext.Current.CancellationToken));
        refused.Code.ShouldBe(429);
        refused.Message.ShouldContain("disruption budget");
        await PodAsync("guarded-2", "n-any", "ReplicaSet", app: "guarded");
        await cluster.Client.EvictAsync("demo", "guarded", TestContext.Current.CancellationToken);
        (await cluster.FindAsync("pods", "demo", "guarded")).ShouldBeNull();
    }

    [Fact]
    public async Task Logs_ContainerSinceAndPrevious_AreAskedOfTheServer()
    {
        var recent = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        await cluster.AddAsync("pods", "demo", $$$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"talks","annotations":{"local.legator.io/log":"2026-01-01T00:00:00Z old\n{{{{recent}}}} new\n","local.legator.io/previous-log":"before the fall\n"}},"spec":{"containers":[{"name":"a","image":"i"},{"name":"b","image":"i"}]}}""");
        (await LogsAsync(null)).Text.ShouldContain("choose one of: [a b]");
        (await LogsAsync("a")).Text.ShouldBe($"2026-01-01T00:00:00Z old\n{recent} new");
        (await LogsAsync("a", since: "10m")).Text.ShouldBe($"{recent} new");
        (await LogsAsync("a", previous: true)).Text.ShouldBe("before the fall");
        (await LogsAsync("c")).Text.ShouldContain("not valid for pod talks");
    }

    [Fact]
    public async Task Logs_OfAWorkload_AreThoseOfItsReadyPod()
    {
        foreach (var (name, ready) in new[] { ("shop-1", "False"), ("shop-2", "True"), ("shop-3", "False") })
        {
            await cluster.AddAsync("pods", "demo", $$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{name}}}","labels":{"app":"shop"},"annotations":{"local.legator.io/log":"I am {{{name}}}"}},"spec":{"containers":[{"name":"c","image":"i"}]},"status":{"conditions":[{"type":"Ready","status":"{{{ready}}}"}]}}""");
        }

        await cluster.AddAsync("deployments", "demo", """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"shop"},"spec":{"selector":{"matchLabels":{"app":"shop"}},"template":{"metadata":{"labels":{"app":"shop"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""");
        (await LogsOfAsync("deploy/shop")).Text.ShouldBe("[pod shop-2, one of 3 of deployments.apps/shop]\nI am shop-2");
        (await LogsOfAsync("pod/shop-1")).Text.ShouldBe("I am shop-1");
        var judgement = await _gate.JudgeAsync("kubectl.logs", new { name = "deploy/shop", @namespace = "demo" });
        judgement.Actions.ShouldHaveSingleItem().Target.Text.ShouldContain("shop-2");
        (await _gate.JudgeAsync("kubectl.logs", new { name = "deploy/none", @namespace = "demo" })).Verdict.Message.ShouldContain("There is no deployments.apps/none in namespace demo");
        (await _gate.JudgeAsync("kubectl.logs", new { name = "configmap/none", @namespace = "demo" })).Permit.ShouldBeNull();
    }

    [Fact]
    public async Task Top_WithMetrics_IsSortedAndSummed()
    {
        foreach (var (kind, plural, scope) in new[] { ("PodMetrics", "pods", "Namespaced"), ("NodeMetrics", "nodes", "Cluster") })
        {
            await cluster.AddAsync("crd", null, $$$$$"""
                {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"{{{{{plural}}}}}.metrics.k8s.io","annotations":{"api-approved.kubernetes.io":"unapproved, for tests"}},
                 "spec":{"group":"metrics.k8s.io","scope":"{{{{{scope}}}}}","names":{"plural":"{{{{{plural}}}}}","singular":"{{{{{kind.ToLowerInvariant()}}}}}","kind":"{{{{{kind}}}}}"},
                 "versions":[{"name":"v1beta1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
                """);
        }

        using var fresh = new Backends.Kubernetes.ClusterConnection(new Backends.Kubernetes.ClusterOptions { Kubeconfig = cluster.KubeconfigPath }, TimeProvider.System);
        using var client = new Backends.Kubernetes.Dynamic.DynamicClient(fresh);
        var metrics = await client.ResolveAsync("pods.metrics.k8s.io", TestContext.Current.CancellationToken);
        foreach (var (name, cpu, memory) in new[] { ("small", "5m", "10Mi"), ("big", "250000000n", "1Gi") })
        {
            var value = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse($$$"""{"apiVersion":"metrics.k8s.io/v1beta1","kind":"PodMetrics","metadata":{"name":"{{{name}}}"},"containers":[{"name":"a","usage":{"cpu":"{{{cpu}}}","memory":"{{{memory}}}"}},{"name":"b","usage":{"cpu":"5m","memory":"1Mi"}}]}""")!;
            await client.CreateAsync(metrics!, "demo", value, TestContext.Current.CancellationToken);
        }

        var scoped = _gate.On() with { Cluster = new OpenCluster(new Runner.Clusters.ClusterAccess(client, Runner.Clusters.ClusterAccess.Bounds, "the runner", "legator-watch")) };
        (await _gate.RunAsync("kubectl.top", new { resource = "pods", @namespace = "demo" }, scoped)).Text.ShouldBe("NAME  CPU  MEMORY\nbig  255m  1025Mi\nsmall  10m  11Mi");
        (await _gate.RunAsync("kubectl.top", new { resource = "pods", name = "nobody", @namespace = "demo" }, scoped)).Succeeded.ShouldBeFalse();
    }

    private Task<ToolResult> LogsOfAsync(string name) => _gate.RunAsync("kubectl.logs", new { name, @namespace = "demo" });

    private Task<ToolResult> LogsAsync(string? container, string? since = null, bool previous = false) =>
        _gate.RunAsync("kubectl.logs", new { name = "talks", @namespace = "demo", container, since, previous });

    private async Task<InterruptedOutcome> ReconcileAsync(string tool, object arguments) =>
        (await _gate.ReconcileAsync(Gates.Call(tool, arguments), DateTimeOffset.UtcNow, _gate.On(), TestContext.Current.CancellationToken)).Outcome;

    private Task NodeAsync(string name) => cluster.AddAsync("nodes", null, $$$"""{"apiVersion":"v1","kind":"Node","metadata":{"name":"{{{name}}}"},"spec":{}}""");

    private async Task PodAsync(string name, string node, string? controller, bool emptyDir = false, string app = "any")
    {
        var owners = controller is null ? "" : $$$""","ownerReferences":[{"apiVersion":"apps/v1","kind":"{{{controller}}}","name":"{{{controller.ToLowerInvariant()}}}","uid":"{{{await OwnerAsync(controller)}}}","controller":true,"blockOwnerDeletion":false}]""";
        var volumes = emptyDir ? ""","volumes":[{"name":"v","emptyDir":{}}]""" : "";
        await cluster.AddAsync("pods", "demo", $$$$$"""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{{name}}}}}","labels":{"app":"{{{{{app}}}}}"}{{{{{owners}}}}}},"spec":{"nodeName":"{{{{{node}}}}}","containers":[{"name":"c","image":"i"}]{{{{{volumes}}}}}},
             "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}
            """);
    }

    // Pods whose owner is not there are collected.
    private async Task<string> OwnerAsync(string kind)
    {
        var (plural, name) = ($"{kind.ToLowerInvariant()}s", kind.ToLowerInvariant());
        var found = await cluster.FindAsync(plural, "demo", name) ?? await cluster.AddAsync(plural, "demo", $$$$$"""
            {"apiVersion":"apps/v1","kind":"{{{{{kind}}}}}","metadata":{"name":"{{{{{name}}}}}"},"spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
            """);
        return (string)found["metadata"]!["uid"]!;
    }
}
