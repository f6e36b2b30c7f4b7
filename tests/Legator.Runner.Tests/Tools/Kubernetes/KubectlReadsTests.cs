using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Kubernetes;

public abstract class KubectlReadsTests
{
    private readonly Cluster _cluster;
    private readonly ToolGate _gate;

    protected KubectlReadsTests(Cluster cluster)
    {
        Assert.SkipUnless(cluster.IsThere, "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        _cluster = cluster;
        _gate = Gates.Create(cluster);
    }

    private string Demo => _cluster.Demo;

    [Fact]
    public async Task List_Selectors_AreTheServers()
    {
        await _cluster.AddAsync("configmaps", Demo, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"picked","labels":{"pick":"me"}}}""");
        await _cluster.AddAsync("configmaps", Demo, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"other","labels":{"pick":"not"}}}""");
        (await _gate.RunAsync("kubectl.list", new { resource = "cm", @namespace = Demo, labelSelector = "pick=me" })).Text.ShouldStartWith($"1 configmaps in namespace {Demo} with pick=me:");
        (await _gate.RunAsync("kubectl.list", new { resource = "cm", @namespace = Demo, labelSelector = "pick", fieldSelector = "metadata.name=other" })).Text.ShouldContain("other");
        (await _gate.RunAsync("kubectl.list", new { resource = "cm", @namespace = Demo, labelSelector = "=" })).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task List_MorePages_ComeOneAfterAnother()
    {
        foreach (var name in new[] { "p1", "p2", "p3" })
        {
            await _cluster.AddAsync("configmaps", Demo, $$$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{{name}}}}","labels":{"paged":"yes"}}}""");
        }

        var first = (await _gate.RunAsync("kubectl.list", new { resource = "cm", @namespace = Demo, labelSelector = "paged=yes", limit = 2 })).Text;
        var token = first[(first.LastIndexOf("continue: ", StringComparison.Ordinal) + 10)..].TrimEnd(']');
        var second = (await _gate.RunAsync("kubectl.list", new { resource = "cm", @namespace = Demo, labelSelector = "paged=yes", limit = 2, @continue = token })).Text;
        second.ShouldStartWith("1 configmaps");
        second.ShouldContain("p3");
        (await _gate.RunAsync("kubectl.list", new { resource = "cm", @namespace = Demo, @continue = "bm9uc2Vuc2U" })).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Events_OfAnObject_AreTheNewestFirst()
    {
        await _cluster.AddAsync("events", Demo, Event("old", "Pod", "seen", "2026-05-04T12:00:00Z", "Normal", "first"));
        await _cluster.AddAsync("events", Demo, Event("new", "Pod", "seen", "2026-05-04T13:00:00Z", "Warning", "second"));
        await _cluster.AddAsync("events", Demo, Event("alien", "ConfigMap", "seen", "2026-05-04T14:00:00Z", "Warning", "alien"));
        var lines = (await _gate.RunAsync("kubectl.events", new { @namespace = Demo, @for = "pod/seen" })).Text.Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("second");
        lines[1].ShouldContain("first");
        var warnings = (await _gate.RunAsync("kubectl.events", new { @namespace = Demo, @for = "pod/seen", types = new[] { "Warning" } })).Text;
        warnings.ShouldNotContain("first");
        (await _gate.RunAsync("kubectl.events", new { @namespace = Demo, @for = "pod/nobody" })).Text.ShouldBe($"No events in namespace {Demo} about pods/nobody.");
    }

    [Fact]
    public async Task Explain_FieldOfAKind_ComesFromTheCluster()
    {
        var text = (await _gate.RunAsync("kubectl.explain", new { resource = "deploy", field = "spec" })).Text;
        text.ShouldStartWith("deployment.spec (apps/v1)");
        text.ShouldContain("  replicas <integer>");
        (await _gate.RunAsync("kubectl.explain", new { resource = "deployment.spec.template.spec.containers" })).Text.ShouldContain("  image <string>");
        var wrong = await _gate.RunAsync("kubectl.explain", new { resource = "pod", field = "spec.nonsense" });
        wrong.Succeeded.ShouldBeFalse();
        wrong.Text.ShouldContain("pod.spec has no field 'nonsense'. There are ");
    }

    [Fact]
    public async Task ApiResources_Group_HasShortNamesAndOurOwnKinds()
    {
        (await _gate.RunAsync("kubectl.api-resources", new { apiGroup = "apps" })).Text.ShouldContain("deployments  deploy  apps/v1  namespaced  Deployment");
        (await _gate.RunAsync("kubectl.api-resources", new { apiGroup = "example.com" })).Text.ShouldContain("casks  cs  example.com/v1  namespaced  Cask");
        (await _gate.RunAsync("kubectl.api-resources", new { })).Text.ShouldContain("nodes");
    }

    [Fact]
    public async Task Top_ClusterWithoutMetrics_SaysSo()
    {
        var result = await _gate.RunAsync("kubectl.top", new { resource = "pods", @namespace = Demo });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("serves no metrics");
    }

    [Theory]
    [InlineData("kubectl.list", """{"resource":"pods"}""")]
    [InlineData("kubectl.events", """{"allNamespaces":true}""")]
    [InlineData("kubectl.explain", """{"resource":"pods"}""")]
    [InlineData("kubectl.api-resources", """{}""")]
    [InlineData("kubectl.top", """{"resource":"nodes"}""")]
    [InlineData("kubectl.rollout", """{"action":"history","resource":"deploy","name":"web"}""")]
    [InlineData("kubectl.logs", """{"name":"web-1","since":"10m","previous":true,"timestamps":true,"container":"main"}""")]
    public async Task Judge_Looking_IsARead(string tool, string arguments)
    {
        var judgement = await _gate.JudgeAsync(tool, System.Text.Json.JsonDocument.Parse(arguments).RootElement, Gates.Scope(Core.Resources.Agents.AutonomyLevel.Observe));
        judgement.Permit.ShouldNotBeNull(judgement.Verdict.Message);
        judgement.Actions.ShouldAllBe(a => a.Tier == RiskTier.Read);
    }

    [Theory]
    [InlineData("kubectl.logs", """{"name":"web-1","since":"soon"}""")]
    [InlineData("kubectl.logs", """{"name":"web-1","tailLines":0}""")]
    [InlineData("kubectl.list", """{"resource":"pods","limit":501}""")]
    [InlineData("kubectl.list", """{"resource":"pod/web-1"}""")]
    [InlineData("kubectl.events", """{"for":"pods"}""")]
    [InlineData("kubectl.events", """{"types":["Odd"]}""")]
    [InlineData("kubectl.explain", """{"resource":"pod","field":"spec..x"}""")]
    [InlineData("kubectl.top", """{"resource":"secrets"}""")]
    [InlineData("kubectl.label", """{"resource":"pod","name":"web-1"}""")]
    [InlineData("kubectl.label", """{"resource":"pod","name":"web-1","labels":{"a=b-":"c"}}""")]
    [InlineData("kubectl.label", """{"resource":"pod","name":"web-1","labels":{"a":"not a label"}}""")]
    [InlineData("kubectl.patch", """{"resource":"pod","name":"web-1","patch":"[]"}""")]
    [InlineData("kubectl.patch", """{"resource":"pod","name":"","patch":"{}"}""")]
    [InlineData("kubectl.rollout", """{"action":"pause","resource":"ds","name":"web"}""")]
    [InlineData("kubectl.rollout", """{"action":"restart","resource":"deploy","name":"web","toRevision":1}""")]
    public async Task Judge_ArgumentsThatDoNotFit_SaysWhatWouldBeRight(string tool, string arguments)
    {
        var judgement = await _gate.JudgeAsync(tool, System.Text.Json.JsonDocument.Parse(arguments).RootElement);
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments, judgement.Verdict.Message);
        judgement.Verdict.Remedy.ShouldNotBeNullOrEmpty();
    }

    private string Event(string name, string kind, string about, string at, string type, string message) =>
        $$"""
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"{{name}}","namespace":"{{Demo}}"},"involvedObject":{"kind":"{{kind}}","name":"{{about}}","namespace":"{{Demo}}"},
         "type":"{{type}}","reason":"Tested","message":"{{message}}","count":1,"lastTimestamp":"{{at}}"}
        """;
}
