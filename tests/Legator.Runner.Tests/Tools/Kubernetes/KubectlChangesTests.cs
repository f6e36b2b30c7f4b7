using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Kubernetes;

public abstract class KubectlChangesTests
{
    private readonly Cluster _cluster;
    private readonly ToolGate _gate;

    protected KubectlChangesTests(Cluster cluster)
    {
        Assert.SkipUnless(cluster.IsThere, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _cluster = cluster;
        _gate = Gates.Create(cluster);
    }

    private string Demo => _cluster.Demo;

    [Fact]
    public async Task Apply_SeveralObjects_EachIsJudgedAndMade()
    {
        var manifest = $"{Map("first", "a")}---\n{Map("second", "b")}";
        var judgement = await _gate.JudgeAsync("kubectl.apply", new { manifest, @namespace = Demo });
        judgement.Actions.Select(a => a.Target.Text).ShouldBe([$"configmaps/first -n {Demo}", $"configmaps/second -n {Demo}"]);
        judgement.Actions.ShouldAllBe(a => a.Tier == RiskTier.DestructiveMutation);
        (await ReconcileAsync("kubectl.apply", new { manifest, @namespace = Demo })).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.apply", new { manifest, @namespace = Demo })).Text.ShouldBe($"Created configmaps/first in namespace {Demo}.\nCreated configmaps/second in namespace {Demo}.");
        (await ReconcileAsync("kubectl.apply", new { manifest, @namespace = Demo })).ShouldBe(InterruptedOutcome.Executed);
        (await _gate.RunAsync("kubectl.apply", new { manifest = Map("first", "a"), @namespace = Demo })).Text.ShouldContain("was like this already");
        (await _gate.RunAsync("kubectl.apply", new { manifest = Map("first", "c"), @namespace = Demo })).Text.ShouldStartWith("Changed ");
    }

    [Fact]
    public async Task Apply_SecretAmongOthers_IsNeverAutomated()
    {
        var manifest = $"{Map("beside", "a")}---\napiVersion: v1\nkind: Secret\nmetadata: {{name: s}}\nstringData: {{a: b}}\n";
        (await _gate.JudgeAsync("kubectl.apply", new { manifest, @namespace = Demo })).Verdict.Reason.ShouldBe(GuardrailReason.DataMutation);
        (await _cluster.FindAsync("configmaps", Demo, "beside")).ShouldBeNull();
    }

    [Fact]
    public async Task Apply_FieldOfSomebodyElse_IsExplainedAndMayBeTakenOver()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("theirs", 2));
        var manifest = Cluster.Deployment("theirs", 5);
        var refused = await _gate.RunAsync("kubectl.apply", new { manifest, @namespace = Demo });
        refused.Succeeded.ShouldBeFalse();
        refused.Text.ShouldContain("somebody else manages spec.replicas");
        (await _gate.RunAsync("kubectl.apply", new { manifest, @namespace = Demo, forceConflicts = true })).Succeeded.ShouldBeTrue();
        ((int)(await _cluster.FindAsync("deployments", Demo, "theirs"))!["spec"]!["replicas"]!).ShouldBe(5);
    }

    [Theory]
    [InlineData("a: [1", "cannot be read")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nkind: Secret\nmetadata: {name: x}\n", "cannot be read")]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\"}}", "cannot be read")]
    [InlineData("kind: ConfigMap\n", "apiVersion")]
    [InlineData("apiVersion: nobody.example.com/v1\nkind: Thing\nmetadata: {name: x}\n", "serves no kind")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, namespace: elsewhere}\n", "says namespace elsewhere")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: x-}\n", "metadata.name")]
    [InlineData("[]", "no object")]
    public async Task Apply_ManifestThatDoesNotFit_IsRefused(string manifest, string because)
    {
        var judgement = await _gate.JudgeAsync("kubectl.apply", new { manifest, @namespace = Demo });
        judgement.Permit.ShouldBeNull();
        judgement.Verdict.Message.ShouldContain(because);
    }

    [Fact]
    public async Task Diff_Change_IsReadAndNamesTheFields()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("compared", 2));
        var manifest = Cluster.Deployment("compared", 4).Replace("nginx:1.27", "nginx:1.28", StringComparison.Ordinal);
        var judgement = await _gate.JudgeAsync("kubectl.diff", new { manifest, @namespace = Demo });
        judgement.Actions.ShouldHaveSingleItem().Tier.ShouldBe(RiskTier.Read);
        judgement.Actions[0].Target.Text.ShouldBe($"deployments.apps/compared -n {Demo}");
        var text = (await _gate.RunAsync("kubectl.diff", new { manifest, @namespace = Demo, forceConflicts = true })).Text;
        text.ShouldContain("~ spec.replicas: 2 -> 4");
        text.ShouldContain("~ spec.template.spec.containers[main].image: \"nginx:1.27\" -> \"nginx:1.28\"");
        ((int)(await _cluster.FindAsync("deployments", Demo, "compared"))!["spec"]!["replicas"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Diff_Secret_SaysThatItDiffersAndNotHow()
    {
        await _cluster.AddAsync("secrets", Demo, """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"shown"},"data":{"password":"b2xkLXZhbHVl"}}""");
        const string changed = """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"shown"},"data":{"password":"bmV3LXZhbHVl","more":"bW9yZS12YWx1ZQ=="}}""";
        var scope = Gates.Scope(sheet: new DeclaredAction("s", "kubectl.diff", RiskTier.Read) { TargetPattern = "secrets/*" });
        var text = (await _gate.RunAsync("kubectl.diff", new { manifest = changed, @namespace = Demo, forceConflicts = true }, scope)).Text;
        text.ShouldContain("~ data.password (changed, not shown)");
        text.ShouldContain("+ data.more");
        foreach (var value in new[] { "b2xkLXZhbHVl", "bmV3LXZhbHVl", "bW9yZS12YWx1ZQ", "old-value", "new-value" })
        {
            text.ShouldNotContain(value);
        }
    }

    [Fact]
    public async Task Diff_NewObject_IsShown() =>
        (await _gate.RunAsync("kubectl.diff", new { manifest = Map("not-yet", "a"), @namespace = Demo })).Text.ShouldStartWith($"configmaps/not-yet in namespace {Demo} would be created:");

    [Fact]
    public async Task Patch_EachType_ChangesWhatItSays()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("patched", 2));
        object Call(string patch, string? type) => new { resource = "deploy", name = "patched", @namespace = Demo, patch, type };
        const string strategic = """{"spec":{"template":{"spec":{"containers":[{"name":"main","image":"nginx:1.29"}]}}}}""";
        (await ReconcileAsync("kubectl.patch", Call(strategic, null))).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.patch", Call(strategic, null))).Text.ShouldContain("~ spec.template.spec.containers[main].image: \"nginx:1.27\" -> \"nginx:1.29\"");
        (await ReconcileAsync("kubectl.patch", Call(strategic, null))).ShouldBe(InterruptedOutcome.Executed);
        (await _gate.RunAsync("kubectl.patch", Call("spec:\n  replicas: 3\n", "merge"))).Text.ShouldContain("~ spec.replicas: 2 -> 3");
        const string json = """[{"op":"replace","path":"/spec/replicas","value":4}]""";
        (await ReconcileAsync("kubectl.patch", Call(json, "json"))).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.patch", Call(json, "json"))).Text.ShouldContain("~ spec.replicas: 3 -> 4");
        (await ReconcileAsync("kubectl.patch", Call(json, "json"))).ShouldBe(InterruptedOutcome.Executed);
        const string insertion = """[{"op":"add","path":"/spec/template/spec/containers/-","value":{"name":"side","image":"side:1"}}]""";
        (await ReconcileAsync("kubectl.patch", Call(insertion, "json"))).ShouldBe(InterruptedOutcome.Unknown);
    }

    [Fact]
    public async Task Patch_Content_DecidesTheTier()
    {
        object Call(string patch) => new { resource = "deploy", name = "web", @namespace = Demo, patch };
        (await _gate.JudgeAsync("kubectl.patch", Call("""{"spec":{"replicas":3}}"""))).Actions[0].Tier.ShouldBe(RiskTier.ServiceMutation);
        (await _gate.JudgeAsync("kubectl.patch", Call("""{"spec":{"replicas":0}}"""))).Actions[0].Tier.ShouldBe(RiskTier.DestructiveMutation);
        (await _gate.JudgeAsync("kubectl.patch", Call("""{"spec":{"template":{"spec":{"hostPID":true}}}}"""))).Verdict.Reason.ShouldBe(GuardrailReason.DataMutation);
    }

    [Fact]
    public async Task Patch_PreConditionWasCheckedOnAnOlderVersion_ChangesNothing()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("moving", 2));
        var sheet = new DeclaredAction("p", "kubectl.patch", RiskTier.ServiceMutation) { PreConditions = [new PreCondition("spec.replicas == 2")] };
        var scope = _gate.On(Gates.Scope(sheet: sheet));
        var judgement = await _gate.JudgeAsync("kubectl.patch", new { resource = "deploy", name = "moving", @namespace = Demo, patch = """{"spec":{"replicas":3}}""" }, scope);
        await _gate.RunAsync("kubectl.scale", new { resource = "deploy", name = "moving", @namespace = Demo, replicas = 9 });
        var result = await _gate.ExecuteAsync(judgement.Permit.ShouldNotBeNull(judgement.Verdict.Message), scope, TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("Nothing was done");
        ((int)(await _cluster.FindAsync("deployments", Demo, "moving"))!["spec"]!["replicas"]!).ShouldBe(9);
    }

    [Fact]
    public async Task Label_SetAndRemove_NeedsLeaveToOverwrite()
    {
        await _cluster.AddAsync("configmaps", Demo, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"marked","labels":{"team":"a","old":"x"}}}""");
        object Call(bool overwrite) => new { resource = "cm", name = "marked", @namespace = Demo, labels = new Dictionary<string, string> { ["team"] = "b", ["example.com/tier"] = "gold" }, remove = new[] { "old" }, overwrite };
        (await _gate.JudgeAsync("kubectl.label", Call(true))).Actions[0].Tier.ShouldBe(RiskTier.ServiceMutation);
        (await _gate.RunAsync("kubectl.label", Call(false))).Text.ShouldContain("set overwrite");
        (await ReconcileAsync("kubectl.label", Call(true))).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.label", Call(true))).Succeeded.ShouldBeTrue();
        (await ReconcileAsync("kubectl.label", Call(true))).ShouldBe(InterruptedOutcome.Executed);
        ((JsonObject)(await _cluster.FindAsync("configmaps", Demo, "marked"))!["metadata"]!["labels"]!).Select(l => $"{l.Key}={l.Value}").ShouldBe(["team=b", "example.com/tier=gold"], ignoreOrder: true);
    }

    [Fact]
    public async Task Annotate_MarkThatOthersActOn_IsMoreThanAMark()
    {
        object Call(string key) => new { resource = "deploy", name = "web", @namespace = Demo, annotations = new Dictionary<string, string> { [key] = "any value" } };
        (await _gate.JudgeAsync("kubectl.annotate", Call("example.com/note"))).Actions[0].Tier.ShouldBe(RiskTier.ServiceMutation);
        (await _gate.JudgeAsync("kubectl.annotate", Call("helm.sh/resource-policy"))).Actions[0].Tier.ShouldBe(RiskTier.DestructiveMutation);
        (await _gate.RunAsync("kubectl.annotate", Call("example.com/note"))).Text.ShouldContain("example.com/note=any value");
    }

    [Fact]
    public async Task Rollout_PauseAndResume_AreSeen()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("held", 1));
        object Call(string action) => new { action, resource = "deploy", name = "held", @namespace = Demo };
        (await _gate.RunAsync("kubectl.rollout", Call("pause"))).Succeeded.ShouldBeTrue();
        (await ReconcileAsync("kubectl.rollout", Call("pause"))).ShouldBe(InterruptedOutcome.Executed);
        (await ReconcileAsync("kubectl.rollout", Call("resume"))).ShouldBe(InterruptedOutcome.NotExecuted);
        (await _gate.RunAsync("kubectl.rollout", Call("resume"))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Rollout_Undo_TakesTheTemplateOfTheRevisionBefore()
    {
        var made = await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("back", 1).Replace("nginx:1.27", "nginx:2", StringComparison.Ordinal));
        var uid = (string)made["metadata"]!["uid"]!;
        await _cluster.AddAsync("replicasets", Demo, ReplicaSet("back-1", uid, 1, "nginx:1"));
        await _cluster.AddAsync("replicasets", Demo, ReplicaSet("back-2", uid, 2, "nginx:2"));
        (await _gate.RunAsync("kubectl.rollout", new { action = "history", resource = "deploy", name = "back", @namespace = Demo })).Text.ShouldContain("nginx:1");
        var undo = new { action = "undo", resource = "deploy", name = "back", @namespace = Demo };
        (await ReconcileAsync("kubectl.rollout", undo)).ShouldBe(InterruptedOutcome.NotExecuted);
        var intendedAt = DateTimeOffset.UtcNow;
        (await _gate.RunAsync("kubectl.rollout", undo)).Text.ShouldBe($"Took deployments.apps/back in namespace {Demo} back to revision 1 (nginx:1).");
        (await ReconcileAsync("kubectl.rollout", undo, intendedAt)).ShouldBe(InterruptedOutcome.Executed);
        var template = (await _cluster.FindAsync("deployments", Demo, "back"))!["spec"]!["template"]!;
        ((string)template["spec"]!["containers"]![0]!["image"]!).ShouldBe("nginx:1");
        template["metadata"]!["labels"]!.ToJsonString().ShouldNotContain("pod-template-hash");
    }

    private async Task<InterruptedOutcome> ReconcileAsync(string tool, object arguments, DateTimeOffset? intendedAt = null) =>
        (await _gate.ReconcileAsync(Gates.Call(tool, arguments), intendedAt ?? DateTimeOffset.UtcNow, _gate.On(), TestContext.Current.CancellationToken)).Outcome;

    private static string Map(string name, string value) => $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\ndata:\n  key: {value}\n";

    private static string ReplicaSet(string name, string owner, int revision, string image) =>
        $$$$$"""
        {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"{{{{{name}}}}}","labels":{"app":"back"},"annotations":{"deployment.kubernetes.io/revision":"{{{{{revision}}}}}"},
         "ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"back","uid":"{{{{{owner}}}}}","controller":true}]},
         "spec":{"replicas":0,"selector":{"matchLabels":{"app":"back"}},"template":{"metadata":{"labels":{"app":"back","pod-template-hash":"{{{{{revision}}}}}"}},"spec":{"containers":[{"name":"main","image":"{{{{{image}}}}}"}]}}}}
        """;
}
