using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Rollbacks;
using Legator.Runner.Clusters;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Kubernetes;

public abstract class KubectlRollbackTests
{
    private readonly Cluster _cluster;
    private readonly ToolGate _gate;

    protected KubectlRollbackTests(Cluster cluster)
    {
        Assert.SkipUnless(cluster.IsThere, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _cluster = cluster;
        _gate = Gates.Create(cluster);
    }

    private string Demo => _cluster.Demo;

    [Fact]
    public async Task Scale_IsTakenBackToWhatItWas()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("scaled", 2));
        var step = await ThereAndBackAsync("kubectl.scale", new { resource = "deploy", name = "scaled", @namespace = Demo, replicas = 5 }, "deployments", "scaled");
        step.Tool.ShouldBe("kubectl.scale");
        step.Fields.ShouldHaveSingleItem().Path.ShouldBe("/spec/replicas");
    }

    [Fact]
    public async Task Scale_SomebodyElseChangedItSince_IsSeen()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("fought-over", 2));
        var step = (await DoAsync("kubectl.scale", new { resource = "deploy", name = "fought-over", @namespace = Demo, replicas = 5 }))!.Steps.Single();
        RollbackDrift.Of(step, await _cluster.FindAsync("deployments", Demo, "fought-over")).ShouldBeEmpty();
        await DoAsync("kubectl.scale", new { resource = "deploy", name = "fought-over", @namespace = Demo, replicas = 7 });
        RollbackDrift.Of(step, await _cluster.FindAsync("deployments", Demo, "fought-over")).ShouldBe(["/spec/replicas was left at 5 and is 7 now"]);
        await DoAsync("kubectl.scale", new { resource = "deploy", name = "fought-over", @namespace = Demo, replicas = 2 });
        RollbackDrift.Of(step, await _cluster.FindAsync("deployments", Demo, "fought-over")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"main","image":"nginx:1.29"}]}}}}""", "strategic")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"main","image":"nginx:1.29"},{"name":"side","image":"busybox"}]}}}}""", "strategic")]
    [InlineData("""{"spec":{"replicas":4,"paused":true,"minReadySeconds":3},"metadata":{"labels":{"team":"a"},"annotations":{"example.com/a_b":"x"}}}""", "merge")]
    [InlineData("""[{"op":"remove","path":"/metadata/labels/app"},{"op":"add","path":"/spec/template/metadata/annotations","value":{"a":"b"}}]""", "json")]
    public async Task Patch_IsTakenBackFieldByField(string patch, string type)
    {
        var name = $"patched-{type}-{patch.Length}";
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment(name, 2));
        (await ThereAndBackAsync("kubectl.patch", new { resource = "deploy", name, @namespace = Demo, patch, type }, "deployments", name)).Tool.ShouldBe("kubectl.patch");
    }

    [Fact]
    public async Task Patch_OfASecretValue_IsNotRecorded()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("with-secret", 1));
        const string patch = """{"spec":{"template":{"spec":{"containers":[{"name":"main","env":[{"name":"DB_PASSWORD","value":"canary-hunter3"}]}]}}}}""";
        var rollback = await DoAsync("kubectl.patch", new { resource = "deploy", name = "with-secret", @namespace = Demo, patch });
        rollback!.Steps.ShouldBeEmpty();
        rollback.Unavailable!.ShouldContain("secret");
        JsonSerializer.Serialize(rollback, LegatorJson.Options).ShouldNotContain("hunter3");
    }

    [Fact]
    public async Task Apply_NewObjects_AreDeletedAgainTheLastFirst()
    {
        var manifest = $"{Map("made-1", "a")}---\n{Map("made-2", "b")}";
        var rollback = await DoAsync("kubectl.apply", new { manifest, @namespace = Demo });
        rollback!.Steps.Select(s => s.Words).ShouldBe([$"Delete configmaps/made-2 in namespace {Demo}, which there was not before", $"Delete configmaps/made-1 in namespace {Demo}, which there was not before"]);
        RollbackDrift.Of(rollback.Steps[0], await _cluster.FindAsync("configmaps", Demo, "made-2")).ShouldBeEmpty();
        await UndoAsync(rollback);
        (await _cluster.FindAsync("configmaps", Demo, "made-1")).ShouldBeNull();
        RollbackDrift.Of(rollback.Steps[0], null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_ChangedObject_IsPutBack()
    {
        await DoAsync("kubectl.apply", new { manifest = Map("kept", "a"), @namespace = Demo });
        await ThereAndBackAsync("kubectl.apply", new { manifest = Map("kept", "b") + "  more: c\n", @namespace = Demo }, "configmaps", "kept");
        (await DoAsync("kubectl.apply", new { manifest = Map("kept", "a"), @namespace = Demo }))!.Unavailable!.ShouldContain("nothing to take back");
    }

    [Fact]
    public async Task Delete_IsMadeAgain()
    {
        await _cluster.AddAsync("services", Demo, """{"apiVersion":"v1","kind":"Service","metadata":{"name":"gone","labels":{"app":"x"}},"spec":{"selector":{"app":"x"},"ports":[{"port":80}]}}""");
        var rollback = await DoAsync("kubectl.delete", new { resource = "service", name = "gone", @namespace = Demo });
        (await _cluster.FindAsync("services", Demo, "gone")).ShouldBeNull();
        RollbackDrift.Of(rollback!.Steps.Single(), null).ShouldBeEmpty();
        await UndoAsync(rollback);
        var again = (await _cluster.FindAsync("services", Demo, "gone")).ShouldNotBeNull();
        ((string?)again["spec"]!["selector"]!["app"]).ShouldBe("x");
        RollbackDrift.Of(rollback.Steps[0], again).ShouldBe(["there is such an object again"]);
    }

    [Fact]
    public async Task Delete_PodOfAController_NeedsNothing()
    {
        var owner = (await _cluster.AddAsync("configmaps", Demo, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"owner"}}"""))["metadata"]!["uid"];
        var reference = $$"""{"name":"owned","ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"{{owner}}","controller":true}]}""";
        await _cluster.AddAsync("pods", Demo, Cluster.Pod("owned").Replace("""{"name":"owned"}""", reference, StringComparison.Ordinal));
        (await JudgedAsync("kubectl.delete", new { resource = "pod", name = "owned", @namespace = Demo }))!.Unavailable!.ShouldStartWith("Its controller makes");
    }

    [Fact]
    public async Task Labels_AreSetAgainOrRemoved()
    {
        await _cluster.AddAsync("configmaps", Demo, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"labelled","labels":{"team":"a","old":"x"}}}""");
        var call = new { resource = "cm", name = "labelled", @namespace = Demo, labels = new Dictionary<string, string> { ["team"] = "b", ["example.com/tier"] = "gold" }, remove = new[] { "old" }, overwrite = true };
        (await ThereAndBackAsync("kubectl.label", call, "configmaps", "labelled")).Tool.ShouldBe("kubectl.label");
    }

    [Fact]
    public async Task Annotations_AreSetAgainOrRemoved()
    {
        await _cluster.AddAsync("configmaps", Demo, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"annotated"}}""");
        var call = new { resource = "cm", name = "annotated", @namespace = Demo, annotations = new Dictionary<string, string> { ["example.com/note"] = "a b" } };
        (await ThereAndBackAsync("kubectl.annotate", call, "configmaps", "annotated")).Tool.ShouldBe("kubectl.annotate");
    }

    [Fact]
    public async Task Rollout_PauseAndRestart()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("rolled", 1));
        object Call(string action) => new { action, resource = "deploy", name = "rolled", @namespace = Demo };
        await ThereAndBackAsync("kubectl.rollout", Call("pause"), "deployments", "rolled");
        (await DoAsync("kubectl.rollout", Call("resume")))!.Unavailable!.ShouldContain("not paused already");
        (await DoAsync("kubectl.rollout", Call("restart")))!.Unavailable!.ShouldContain("replaces the pods");
    }

    [Fact]
    public async Task Preview_OfEachChange_SaysWhatItWouldChange()
    {
        await _cluster.AddAsync("deployments", Demo, Cluster.Deployment("shown", 1));
        (await PreviewAsync("kubectl.rollout", new { action = "restart", resource = "deploy", name = "shown", @namespace = Demo })).ShouldContain("restartedAt");
        (await PreviewAsync("kubectl.rollout", new { action = "pause", resource = "deploy", name = "shown", @namespace = Demo })).ShouldContain("+ spec.paused: true");
        (await PreviewAsync("kubectl.label", new { resource = "deploy", name = "shown", @namespace = Demo, labels = new Dictionary<string, string> { ["team"] = "b" } })).ShouldContain("+ metadata.labels.team: \"b\"");
        (await PreviewAsync("kubectl.annotate", new { resource = "deploy", name = "shown", @namespace = Demo, annotations = new Dictionary<string, string> { ["team"] = "b" } })).ShouldContain("+ metadata.annotations");
        (await PreviewAsync("kubectl.apply", new { manifest = $"{Map("new-1", "a")}---\n{Map("new-2", "b")}", @namespace = Demo })).ShouldSatisfyAllConditions(t => t.ShouldContain("new-1"), t => t.ShouldContain("new-2"));
        (await _cluster.FindAsync("configmaps", Demo, "new-1")).ShouldBeNull();
        ((await _cluster.FindAsync("deployments", Demo, "shown"))!["spec"]!["paused"]).ShouldBeNull();
    }

    private async Task<string> PreviewAsync(string tool, object arguments)
    {
        var scope = Gates.Scope() with { Cluster = new OpenCluster(new ClusterAccess(_cluster.Client, ClusterAccess.Bounds, "the runner itself", "legator-watch") { Previewer = ClusterAccess.Bounds }) };
        scope = scope with { Policy = scope.Policy with { ApprovalMode = Core.Resources.Agents.ApprovalMode.EveryAction } };
        var judgement = await _gate.JudgeAsync(tool, arguments, scope);
        var preview = judgement.Ask.ShouldNotBeNull(judgement.Verdict.Message).Preview;
        return preview.Difference.ShouldNotBeNull(preview.Unavailable);
    }

    /// <summary>Does something and takes it back; the object must be as it was.</summary>
    private async Task<RollbackStep> ThereAndBackAsync(string tool, object arguments, string kind, string name)
    {
        var before = Spec(await _cluster.FindAsync(kind, Demo, name));
        var rollback = (await DoAsync(tool, arguments)).ShouldNotBeNull();
        var step = rollback.Steps.ShouldHaveSingleItem(rollback.Unavailable);
        var between = await _cluster.FindAsync(kind, Demo, name);
        Spec(between).ShouldNotBe(before);
        RollbackDrift.Of(step, between).ShouldBeEmpty();
        await UndoAsync(rollback);
        Spec(await _cluster.FindAsync(kind, Demo, name)).ShouldBe(before);
        return step;
    }

    private async Task<ActionRollback?> JudgedAsync(string tool, object arguments)
    {
        var judgement = await _gate.JudgeAsync(tool, arguments);
        judgement.Permit.ShouldNotBeNull(judgement.Verdict.Message);
        return judgement.Rollback;
    }

    private async Task<ActionRollback?> DoAsync(string tool, object arguments)
    {
        var judgement = await _gate.JudgeAsync(tool, arguments);
        var result = await _gate.ExecuteAsync(judgement.Permit.ShouldNotBeNull(judgement.Verdict.Message), _gate.On(), TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(result.Text);
        return judgement.Rollback;
    }

    private async Task UndoAsync(ActionRollback rollback)
    {
        foreach (var step in rollback.Steps)
        {
            await DoAsync(step.Tool, step.Arguments);
        }
    }

    private static string Spec(JsonObject? found)
    {
        found.ShouldNotBeNull();
        var copy = (JsonObject)found.DeepClone();
        copy.Remove("status");
        foreach (var field in new[] { "resourceVersion", "generation", "managedFields" })
        {
            ((JsonObject)copy["metadata"]!).Remove(field);
        }

        foreach (var field in new[] { "annotations", "labels" })
        {
            if (copy["metadata"]![field] is JsonObject { Count: 0 })
            {
                ((JsonObject)copy["metadata"]!).Remove(field);
            }
        }

        return Core.Audit.CanonicalJson.Sha256(copy);
    }

    private static string Map(string name, string value) => $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\ndata:\n  key: {value}\n";
}
