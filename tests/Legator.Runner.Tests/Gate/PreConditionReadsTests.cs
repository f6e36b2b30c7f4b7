using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Tests.Tools.Http;

namespace Legator.Runner.Tests.Gate;

public sealed class PreConditionReadsTests(Cluster cluster, WebSite site) : IClassFixture<Cluster>, IClassFixture<WebSite>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Theory]
    [InlineData("exists and replicas >= 2", true)]
    [InlineData("replicas > 5", false)]
    [InlineData("pods ready", false)]
    [InlineData("no recent restart", true)]
    public async Task Restart_ConditionOnTheObject_IsLookedAtAndRecorded(string check, bool holds)
    {
        var judgement = await RestartAsync(new PreCondition(check));
        judgement.Verdict.Outcome.ShouldBe(holds ? VerdictOutcome.Allow : VerdictOutcome.Deny, judgement.Verdict.Message);
        var seen = judgement.PreConditions.ShouldNotBeNull().ShouldHaveSingleItem();
        seen.Holds.ShouldBe(holds);
        seen.Unchecked.ShouldBeNull();
        seen.Read.ShouldNotBeNull().ShouldContain("kubectl.get deployments.apps/web -n demo");
    }

    [Theory]
    [InlineData("/ok", "answers", true)]
    [InlineData("/ok", "answers 204", false)]
    [InlineData("/missing", "answers", false)]
    [InlineData("/missing", "answers 404", true)]
    public async Task Restart_ConditionOnAnAddress_AsksIt(string path, string answers, bool holds)
    {
        var judgement = await RestartAsync(new PreCondition($"{new Uri(site.Address, path)} {answers}"));
        judgement.Verdict.Outcome.ShouldBe(holds ? VerdictOutcome.Allow : VerdictOutcome.Deny, judgement.Verdict.Message);
    }

    [Fact]
    public async Task Restart_AddressThatNoEndpointNames_IsRefusedByTheGateItself()
    {
        var judgement = await RestartAsync(new PreCondition("http://127.0.0.1:1/ answers", "warn"));
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.PreConditionFailed);
        judgement.Verdict.Message.ShouldContain("the gate refuses to look (BlockedOutright)");
        judgement.PreConditions!.Single().Unchecked.ShouldBe(true);
    }

    [Theory]
    [InlineData("contains replicas: 3", true)]
    [InlineData("matches ^  replicas: [45]$", false)]
    public async Task Restart_CallWithAnExpectation_IsMadeAboutTheTarget(string expect, bool holds)
    {
        var call = Call("kubectl.get", new { resource = "deployments", name = "${target.name}", @namespace = "${target.namespace}" });
        var judgement = await RestartAsync(new PreCondition("three replicas") { Call = call, Expect = expect });
        judgement.PreConditions!.Single().Holds.ShouldBe(holds, judgement.PreConditions!.Single().Message);
        judgement.Verdict.Message.Contains("'three replicas' does not hold", StringComparison.Ordinal).ShouldBe(!holds);
    }

    [Theory]
    [InlineData("kubectl.scale", """{"resource":"deployment","name":"web","namespace":"demo","replicas":1}""", "service-mutation")]
    [InlineData("kubectl.get", """{"resource":"secrets","name":"db","namespace":"demo"}""", "UndeclaredAction")]
    [InlineData("kubectl.get", """{"resource":"pods","name":"${target.uid}"}""", "stands for nothing")]
    [InlineData("nobody.knows", "{}", "There is no tool")]
    public async Task Restart_CallThatMayNotBeMade_IsRefusedAndNotMade(string tool, string arguments, string because)
    {
        var judgement = await RestartAsync(new PreCondition("c") { Call = new SheetCall(tool, JsonSerializer.Deserialize<JsonElement>(arguments)) });
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.PreConditionFailed);
        judgement.Verdict.Message.ShouldContain(because);
        ((int)(await cluster.FindAsync("deployments", "demo", "web"))!["spec"]!["replicas"]!).ShouldBe(3);
    }

    [Fact]
    public async Task Restart_DeniedAction_HoldsForTheReadsOfConditionsToo()
    {
        var scope = Scope(new PreCondition("replicas >= 1"));
        scope = scope with { Policy = scope.Policy with { DeniedActions = ActionPattern.ParseAll(["kubectl.get deployment/*"]) } };
        var judgement = await RestartAsync(scope);
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.PreConditionFailed);
        judgement.Verdict.Message.ShouldContain("DeniedAction");
    }

    [Fact]
    public async Task Restart_AllowedActionsWithoutReads_DoNotKeepTheObjectFromBeingLookedAt()
    {
        var scope = Scope(new PreCondition("replicas >= 1"));
        scope = scope with { Policy = scope.Policy with { AllowedActions = ActionPattern.ParseAll(["kubectl.rollout"]) } };
        (await RestartAsync(scope)).Verdict.Outcome.ShouldBe(VerdictOutcome.Allow);
        (await RestartAsync(scope with { Sheet = Scope(new PreCondition($"{site.Address} answers")).Sheet })).Verdict.Message.ShouldContain("NotAllowedAction");
    }

    [Fact]
    public async Task Restart_SheetThatMakesTheReadWorse_DoesNotAskForEver()
    {
        var condition = new PreCondition("c") { Call = Call("kubectl.get", new { resource = "pods", @namespace = "demo" }) };
        var sheet = new DeclaredAction("any", "*", RiskTier.ServiceMutation) { PreConditions = [condition] };
        (await RestartAsync(Gates.Scope(sheet: sheet))).Verdict.Message.ShouldContain("looking is all that a pre-condition may do");
    }

    [Fact]
    public async Task Restart_ConditionThatOnlyWarns_IsDoneAndSaid()
    {
        var journal = new ListRecord();
        var judgement = await RestartAsync(Scope(new PreCondition("replicas > 5", "warn")) with { Notices = new RunNotices(journal, "lab") });
        judgement.Verdict.Outcome.ShouldBe(VerdictOutcome.Allow);
        judgement.Verdict.Trace.Single(t => t.Check == "pre-conditions").Message.ShouldContain("only warns");
        journal.Events.OfType<Core.Runs.Events.NoticeRaised>().ShouldHaveSingleItem().Message.ShouldContain("spec.replicas is '3'");
    }

    [Fact]
    public async Task HttpPost_ConditionOnAnObject_SaysWhatToWriteInstead()
    {
        var sheet = new DeclaredAction("n", "http.post", RiskTier.Read) { PreConditions = [new PreCondition("exists")] };
        (await _gate.JudgeAsync("http.post", new { url = "https://example.com/restart" }, Gates.Scope(sheet: sheet))).Verdict.Message.ShouldContain("write a 'call' of a reading tool");
    }

    private static SheetCall Call(string tool, object arguments) => new(tool, JsonSerializer.SerializeToElement(arguments));

    private RunScope Scope(PreCondition condition) =>
        Gates.Scope(sheet: new DeclaredAction("r", "kubectl.rollout", RiskTier.Read) { PreConditions = [condition] }) with
        {
            Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = site.Address } },
        };

    private Task<Judgement> RestartAsync(PreCondition condition) => RestartAsync(Scope(condition));

    private Task<Judgement> RestartAsync(RunScope scope) =>
        _gate.JudgeAsync("kubectl.rollout", new { action = "restart", resource = "deployment", name = "web", @namespace = "demo" }, scope);
}
