using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Tests.Tools.Http;

namespace Legator.Runner.Tests.Gate;

/// <summary>Each way around the guardrails that the implementation before this one had, by its number there, as far as its tools exist here.</summary>
public sealed class FormerHolesTests(Cluster cluster, WebSite site) : IClassFixture<Cluster>, IClassFixture<WebSite>
{
    private readonly ListJournal _journal = new();

    [Theory]
    [InlineData("target")]
    [InlineData("url")]
    [InlineData("server")]
    [InlineData("command")]
    public async Task Hole01_ArgumentThatTheToolDoesNotHave_IsRefused(string extra)
    {
        var arguments = new Dictionary<string, object> { ["resource"] = "deployment", ["name"] = "web", ["namespace"] = "demo", [extra] = "pods" };
        (await JudgeAsync("kubectl.delete", arguments)).Reason.ShouldBe(GuardrailReason.InvalidArguments);
    }

    [Fact]
    public async Task Hole08_SheetThatCallsADeletionARead_DoesNotMakeItOne()
    {
        var scope = Gates.Scope(AutonomyLevel.Observe, new DeclaredAction("d", "kubectl.delete", RiskTier.Read));
        (await JudgeAsync("kubectl.delete", Web, scope)).Reason.ShouldBe(GuardrailReason.AutonomyExceeded);
    }

    [Fact]
    public async Task Hole09_SheetForPods_DoesNotDeclareDeployments()
    {
        var scope = Gates.Scope(sheet: new DeclaredAction("d", "kubectl.delete", RiskTier.DestructiveMutation) { TargetPattern = "pod/*" });
        (await JudgeAsync("kubectl.delete", Web, scope)).Reason.ShouldBe(GuardrailReason.UndeclaredAction);
    }

    [Theory]
    [InlineData("kubectl.delete deployment/*")]
    [InlineData("kubectl.delete deploy*")]
    [InlineData("kubectl.delete DEPLOYMENT*")]
    [InlineData("kubectl.delete *web*demo")]
    public async Task Hole10To12_DocumentedDenials_MatchEverySpelling(string pattern)
    {
        var scope = Denying(pattern);
        foreach (var resource in new[] { "deploy", "DEPLOYMENT", "deployments", "deployments.apps", "deployment/web" })
        {
            (await JudgeAsync("kubectl.delete", new { resource, name = "web", @namespace = "demo" }, scope)).Reason.ShouldBe(GuardrailReason.DeniedAction, resource);
        }
    }

    [Fact]
    public async Task Hole10_ScaleToZeroDenied_IsRefusedAndScaleToTwoIsNot()
    {
        var scope = Denying("kubectl.scale * --replicas=0");
        (await JudgeAsync("kubectl.scale", new { resource = "deploy", name = "web", @namespace = "demo", replicas = 0 }, scope)).Reason.ShouldBe(GuardrailReason.DeniedAction);
        (await JudgeAsync("kubectl.scale", new { resource = "deploy", name = "web", @namespace = "demo", replicas = 2 }, scope)).Outcome.ShouldBe(VerdictOutcome.Allow);
    }

    [Theory]
    [InlineData("namespaces")]
    [InlineData("ns")]
    [InlineData("pvc")]
    [InlineData("persistentvolumes")]
    [InlineData("secrets")]
    [InlineData("sts")]
    [InlineData("crds")]
    public async Task Hole13_DeletingWhatHoldsData_IsNeverAllowed(string resource) =>
        (await JudgeAsync("kubectl.delete", new { resource, name = "demo", @namespace = "demo" })).Reason.ShouldBe(GuardrailReason.DataMutation);

    [Fact]
    public async Task Hole13_DatabaseOfAnOperator_IsNeverDeletedWhateverItIsCalled()
    {
        foreach (var resource in new[] { "clusters", "cluster", "CLUSTER", "pgc", "clusters.postgresql.cnpg.io", "clusters.v1.postgresql.cnpg.io" })
        {
            (await JudgeAsync("kubectl.delete", new { resource, name = "pg", @namespace = "demo" })).Reason.ShouldBe(GuardrailReason.DataMutation, resource);
        }
    }

    [Fact]
    public async Task Hole13_ClusterRole_IsNoDatabaseCluster() =>
        (await JudgeAsync("kubectl.delete", new { resource = "clusterroles", name = "x" })).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public async Task Hole13_NoteThatSpeaksOfDroppingTables_IsJustText() =>
        (await JudgeAsync("state.set", new { key = "k", value = "somebody ran DROP TABLE users" })).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public async Task Hole15_UndeclaredReads_AreRefused()
    {
        var scope = Gates.Scope(AutonomyLevel.Observe, new DeclaredAction("g", "kubectl.get", RiskTier.Read) { TargetPattern = "pods*" });
        (await JudgeAsync("kubectl.get", new { resource = "secrets", @namespace = "demo" }, scope)).Reason.ShouldBe(GuardrailReason.UndeclaredAction);
        (await JudgeAsync("http.get", new { url = "https://example.com/" }, scope)).Reason.ShouldBe(GuardrailReason.UndeclaredAction);
    }

    [Fact]
    public async Task Hole16_Approval_DoesNotOutvoteADenial()
    {
        var scope = Denying("kubectl.delete *") with { };
        var digest = ActionDigest.Of("kubectl.delete", Gates.Call("kubectl.delete", Web).Arguments);
        var progress = new RunProgress { Approvals = new Dictionary<ActionDigest, ApprovalDecision> { [digest] = new(true, "root", DateTimeOffset.MaxValue) } };
        (await Gate.JudgeAsync("kubectl.delete", Web, scope, progress)).Verdict.Reason.ShouldBe(GuardrailReason.DeniedAction);
    }

    [Fact]
    public async Task Hole18_Cooldown_HoldsAcrossRuns()
    {
        var sheet = new DeclaredAction("r", "kubectl.rollout", RiskTier.ServiceMutation) { Cooldown = TimeSpan.FromHours(1) };
        var restart = new { action = "restart", resource = "deploy", name = "web", @namespace = "demo" };
        var judged = await Gate.JudgeAsync("kubectl.rollout", restart, Gates.Scope(sheet: sheet));
        judged.Verdict.Outcome.ShouldBe(VerdictOutcome.Allow);
        var before = new RunKey("agents", "before");
        _journal.Add(before, DateTimeOffset.UtcNow, new ActionJudged(1, "c", "kubectl.rollout", judged.RedactedArguments, judged.Digest, judged.Actions, judged.Verdict));
        _journal.Add(before, DateTimeOffset.UtcNow, new ActionIntended(1, judged.Digest));
        (await JudgeAsync("kubectl.rollout", restart, Gates.Scope(sheet: sheet))).Reason.ShouldBe(GuardrailReason.CooldownActive);
        _journal.Broken = true;
        (await JudgeAsync("kubectl.rollout", restart, Gates.Scope(sheet: sheet))).Message.ShouldContain("could not be read");
    }

    [Fact]
    public async Task Hole20_NameThatContainsProd_IsNoProduction()
    {
        await cluster.AddAsync("deployments", "demo", Cluster.Deployment("product-catalog", 1));
        (await JudgeAsync("kubectl.delete", new { resource = "deploy", name = "product-catalog", @namespace = "demo" })).Outcome.ShouldBe(VerdictOutcome.Allow);
    }

    [Theory]
    [InlineData("https://api.github.com@evil.example/")]
    [InlineData("https://token:x@api.github.com/")]
    public async Task Hole21_UserInfoInAUrl_IsRefused(string url) =>
        (await JudgeAsync("http.get", new { url })).Reason.ShouldBe(GuardrailReason.InvalidArguments);

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("https://kubernetes.default.svc/api/v1/secrets")]
    public async Task Hole22_InnerAddresses_AreBlockedInEverySpelling(string url) =>
        (await JudgeAsync("http.get", new { url })).Reason.ShouldBe(GuardrailReason.BlockedOutright);

    [Fact]
    public async Task Hole25_CanarySecret_IsNowhereInWhatTheModelGetsOrTheJournalHolds()
    {
        await cluster.AddAsync("configmaps", "demo", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"leak"},"data":{"a":"canary-secret","b":"Y2FuYXJ5LXNlY3JldA==","url":"postgres://u:canary-secret@db/x"}}""");
        var text = (await Gate.RunAsync("kubectl.get", new { resource = "cm", name = "leak", @namespace = "demo" })).Text;
        text.ShouldContain("REDACTED");
        text.ShouldNotContain("canary-secret");
        text.ShouldNotContain("Y2FuYXJ5LXNlY3JldA");
    }

    [Fact]
    public async Task Hole27_NotesOfAnotherAgent_CannotBeReached()
    {
        await Gate.RunAsync("state.set", new { key = "mine", value = "x" });
        var other = Gates.Scope() with { Agent = new AgentKey("agents", "other") };
        (await Gate.RunAsync("state.get", new { key = "mine" }, other)).Text.ShouldContain("\"found\":false");
        (await JudgeAsync("state.get", new { key = "mine", agent = "watch" }, other)).Reason.ShouldBe(GuardrailReason.InvalidArguments);
    }

    [Fact]
    public async Task Hole30_AgentWithAServiceAccount_ActsWithItsRightsOnly()
    {
        var scope = Gates.Scope() with { Cluster = cluster.As("agents", "nobody") };
        var result = await Gate.RunAsync("kubectl.get", new { resource = "pods", @namespace = "demo" }, scope);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("forbidden");
    }

    [Fact]
    public async Task Hole38_ScaleWithoutReplicas_IsNoScaleToZero() =>
        (await JudgeAsync("kubectl.scale", Web)).Reason.ShouldBe(GuardrailReason.InvalidArguments);

    [Fact]
    public async Task Hole21_LongerHostThatBeginsLikeAnEndpoint_IsAnotherOrigin()
    {
        var scope = Gates.Scope() with { Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = site.Address } } };
        (await JudgeAsync("http.get", new { url = $"{site.Address.GetLeftPart(UriPartial.Authority)}0/" }, scope)).Outcome.ShouldBe(VerdictOutcome.Deny);
    }

    private static object Web { get; } = new { resource = "deployment", name = "web", @namespace = "demo" };

    private ToolGate Gate => field ??= Gates.Create(cluster, _journal);

    private async Task<Verdict> JudgeAsync(string tool, object arguments, RunScope? scope = null) => (await Gate.JudgeAsync(tool, arguments, scope)).Verdict;

    private static RunScope Denying(string pattern) =>
        Gates.Scope() with { Policy = new GuardrailPolicy { Autonomy = AutonomyLevel.AutomateDestructive, DeniedActions = ActionPattern.ParseAll([pattern]) } };
}
