using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Kubernetes;

public abstract class KubectlToolsTests
{
    private readonly Cluster _cluster;
    private readonly ToolGate _gate;

    protected KubectlToolsTests(Cluster cluster)
    {
        Assert.SkipUnless(cluster.IsThere, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _cluster = cluster;
        _gate = Gates.Create(cluster);
    }

    private string Demo => _cluster.Demo;

    [Fact]
    public async Task Get_List_IsATableWithWhatKeepsAPodFromRunning()
    {
        var result = await _gate.RunAsync("kubectl.get", new { resource = "po", @namespace = Demo });
        result.Succeeded.ShouldBeTrue();
        var lines = result.Text.Split('\n');
        lines[0].ShouldBe($"1 pods in namespace {Demo}:");
        lines[1].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(["NAME", "READY", "STATUS", "RESTARTS", "NODE", "AGE"]);
        lines[2].ShouldStartWith("web-1");
        lines[2].ShouldContain("CrashLoopBackOff");
        lines[2].ShouldContain("4");
    }

    [Fact]
    public async Task Get_AllNamespaces_NamesEachNamespace() =>
        (await _gate.RunAsync("kubectl.get", new { resource = "deployments.apps", allNamespaces = true })).Text.Split('\n').ShouldContain(line => line.StartsWith(Demo, StringComparison.Ordinal) && line.Contains("  web  ", StringComparison.Ordinal));

    [Fact]
    public async Task Get_NoneOfThem_SaysSo() =>
        (await _gate.RunAsync("kubectl.get", new { resource = "pods" })).Text.ShouldBe("No pods in namespace agents.");

    [Fact]
    public async Task Get_Name_IsYaml()
    {
        var text = (await _gate.RunAsync("kubectl.get", new { resource = "deployment/web", @namespace = Demo })).Text;
        text.ShouldContain("kind: Deployment");
        text.ShouldContain("replicas: 3");
        text.ShouldNotContain("managedFields");
        text.ShouldNotContain("resourceVersion");
    }

    [Fact]
    public async Task Get_Secret_NeverShowsItsData()
    {
        var scope = Gates.Scope(sheet: new DeclaredAction("s", "kubectl.*", Core.Actions.RiskTier.Read) { TargetPattern = "secrets/*" }) with { Redactor = Core.Redaction.Redactor.Default };
        foreach (var tool in new[] { "kubectl.get", "kubectl.describe" })
        {
            var text = (await _gate.RunAsync(tool, new { resource = "secret", name = "db", @namespace = Demo }, scope)).Text;
            text.ShouldContain("password");
            text.ShouldNotContain("Y2FuYXJ5");
        }
    }

    [Fact]
    public async Task Get_WorkloadWithSecretsInItsSettings_HidesThem()
    {
        const string settings = """[{"name":"DB_PASSWORD","value":"hunter2"},{"name":"MODE","value":"fast"}]""";
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("leaky", 1).Replace("\"image\"", $"\"args\":[\"--api-key\",\"hunter3\",\"-v\"],\"env\":{settings},\"image\"", StringComparison.Ordinal));
        var text = (await _gate.RunAsync("kubectl.get", new { resource = "deploy", name = "leaky", @namespace = Demo })).Text;
        text.ShouldContain("value: fast");
        text.ShouldContain("DB_PASSWORD");
        text.ShouldNotContain("hunter");
    }

    [Fact]
    public async Task Judge_NameThatMeansTwoKinds_IsRefused()
    {
        var judgement = await _gate.JudgeAsync("kubectl.get", new { resource = "cs", @namespace = Demo });
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.Unclassifiable);
        judgement.Verdict.Remedy.ShouldNotBeNull().ShouldContain("casks.example.com");
    }

    [Fact]
    public async Task Get_MissingObject_Fails() =>
        (await _gate.RunAsync("kubectl.get", new { resource = "pods", name = "nobody", @namespace = Demo }))
            .ShouldBe(new ToolResult(false, $"There is no pods/nobody in namespace {Demo}."));

    [Fact]
    public async Task Describe_Object_HasItsEventsAndNoOthers()
    {
        await _cluster.AddAsync("events", Demo, Event("e1", "web-1", "BackOff", "Back-off restarting failed container"));
        await _cluster.AddAsync("events", Demo, Event("e2", "web-2", "Killing", "Stopping container"));
        var text = (await _gate.RunAsync("kubectl.describe", new { resource = "pod", name = "web-1", @namespace = Demo })).Text;
        text.ShouldContain("Back-off restarting failed container");
        text.ShouldNotContain("Stopping container");
    }

    [Fact]
    public async Task Scale_Deployment_SetsReplicasAndIsSeenWhenReconciled()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("api", 1));
        var arguments = new { resource = "deploy", name = "api", @namespace = Demo, replicas = 4 };
        (await ReconcileAsync("kubectl.scale", arguments)).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.scale", arguments)).Text.ShouldBe($"Scaled deployments.apps/api in namespace {Demo} from 1 to 4.");
        ((int)(await _cluster.FindAsync("deployments", Demo, "api"))!["spec"]!["replicas"]!).ShouldBe(4);
        (await ReconcileAsync("kubectl.scale", arguments)).ShouldBe(InterruptedOutcome.Executed);
    }

    [Fact]
    public async Task Rollout_Restart_LeavesTheRunsMark()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("shop", 2));
        var arguments = new { action = "restart", resource = "deployment", name = "shop", @namespace = Demo };
        (await ReconcileAsync("kubectl.rollout", arguments)).ShouldBe(InterruptedOutcome.NotExecuted);
        var intendedAt = DateTimeOffset.UtcNow;
        (await _gate.RunAsync("kubectl.rollout", arguments)).Succeeded.ShouldBeTrue();
        (await ReconcileAsync("kubectl.rollout", arguments, intendedAt)).ShouldBe(InterruptedOutcome.Executed);
        var status = await _gate.RunAsync("kubectl.rollout", new { action = "status", resource = "deployment", name = "shop", @namespace = Demo });
        status.Text.ShouldStartWith($"deployments.apps/shop in namespace {Demo}: ");
    }

    [Fact]
    public async Task Delete_Pod_IsGoneAndSeenWhenReconciled()
    {
        await _cluster.AddAsync("pods", Demo, Cluster.Pod("old-1"));
        var arguments = new { resource = "pod", name = "old-1", @namespace = Demo };
        (await ReconcileAsync("kubectl.delete", arguments, DateTimeOffset.UtcNow.AddSeconds(5))).ShouldBe(InterruptedOutcome.NotExecuted);
        (await ReconcileAsync("kubectl.delete", arguments, DateTimeOffset.UtcNow.AddSeconds(-5))).ShouldBe(InterruptedOutcome.Executed);
        (await _gate.RunAsync("kubectl.delete", arguments)).Text.ShouldBe($"Deleted pods/old-1 in namespace {Demo}.");
        (await _cluster.FindAsync("pods", Demo, "old-1")).ShouldBeNull();
        (await ReconcileAsync("kubectl.delete", arguments)).ShouldBe(InterruptedOutcome.Executed);
    }

    [Fact]
    public async Task Reconcile_Read_IsLostAndMayBeAskedAgain() =>
        (await ReconcileAsync("kubectl.get", new { resource = "pods" })).ShouldBe(InterruptedOutcome.ReadLost);

    [Fact]
    public async Task Judge_PreConditionOnTheObject_IsLookedUp()
    {
        var sheet = new DeclaredAction("r", "kubectl.rollout", Core.Actions.RiskTier.Read) { PreConditions = [new PreCondition("spec.replicas > 5")] };
        var judgement = await _gate.JudgeAsync("kubectl.rollout", new { action = "restart", resource = "deploy", name = "web", @namespace = Demo }, Gates.Scope(sheet: sheet));
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.PreConditionFailed);
        judgement.Verdict.Message.ShouldContain("spec.replicas is '3'");
    }

    private async Task<InterruptedOutcome> ReconcileAsync(string tool, object arguments, DateTimeOffset? intendedAt = null) =>
        (await _gate.ReconcileAsync(Gates.Call(tool, arguments), intendedAt ?? DateTimeOffset.UtcNow, _gate.On(), TestContext.Current.CancellationToken)).Outcome;

    private string Event(string name, string pod, string reason, string message) =>
        $$"""
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"{{name}}","namespace":"{{Demo}}"},"involvedObject":{"kind":"Pod","name":"{{pod}}","namespace":"{{Demo}}"},
         "type":"Warning","reason":"{{reason}}","message":"{{message}}","count":3,"lastTimestamp":"2026-05-04T12:00:00Z"}
        """;
}
