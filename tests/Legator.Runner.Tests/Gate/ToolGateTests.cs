using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Gate;

public sealed class ToolGateTests(Cluster cluster) : IClassFixture<Cluster>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Fact]
    public void Offered_ToolsOfTheSheet_SortedAndNoOthers()
    {
        var scope = Gates.Scope(AutonomyLevel.Observe, new DeclaredAction("s", "state.*", RiskTier.Read), new DeclaredAction("g", "kubectl.get", RiskTier.Read));
        _gate.Offered(scope).Select(d => d.Name).ShouldBe(["kubectl.get", "state.delete", "state.get", "state.set"]);
    }

    [Fact]
    public async Task Judge_UnknownTool_IsDeniedWithTheOfferedOnes()
    {
        var judgement = await _gate.JudgeAsync("kubectl.exec", new { pod = "web" });
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.UnknownTool);
        judgement.Verdict.Tier.ShouldBe(RiskTier.DataMutation);
        judgement.Verdict.Remedy.ShouldNotBeNull().ShouldContain("kubectl.get");
        judgement.Permit.ShouldBeNull();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"pods\"")]
    [InlineData("{}")]
    [InlineData("{\"resource\":7}")]
    [InlineData("{\"resource\":\"pods\",\"resource\":\"secrets\"}")]
    [InlineData("{\"resource\":\"pods\",\"limit\":\"3\"}")]
    [InlineData("{\"resource\":\"pods,secrets\"}")]
    [InlineData("{\"resource\":\"pods\",\"name\":\"../../secrets/db\"}")]
    [InlineData("{\"resource\":\"pods\",\"namespace\":\"demo/secrets\"}")]
    [InlineData("{\"resource\":\"widgets\"}")]
    public async Task Judge_ArgumentsThatDoNotFit_AreDeniedAndNeverThrow(string arguments)
    {
        var call = new ToolCall("c", "kubectl.get", JsonDocument.Parse(arguments).RootElement);
        var judgement = await _gate.JudgeAsync(call, _gate.On(), new RunProgress(), TestContext.Current.CancellationToken);
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments, judgement.Verdict.Message);
        judgement.Permit.ShouldBeNull();
    }

    [Fact]
    public async Task Judge_NamesOfAnyLength_DoNotFillTheJournal()
    {
        var judgement = await _gate.JudgeAsync(new string('x', 100_000), new { });
        judgement.Verdict.Message.Length.ShouldBeLessThanOrEqualTo(600);
        judgement.Verdict.Trace.ShouldAllBe(t => t.Message.Length <= 600);
    }

    [Fact]
    public async Task Execute_SamePermitTwice_Throws()
    {
        var scope = Gates.Scope();
        var permit = (await _gate.JudgeAsync("kubectl.get", new { resource = "pods", @namespace = "demo" }, scope)).Permit.ShouldNotBeNull();
        (await _gate.ExecuteAsync(permit, scope, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
        await Should.ThrowAsync<PermitException>(() => _gate.ExecuteAsync(permit, scope, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Execute_PermitOfAnotherRun_Throws()
    {
        var permit = (await _gate.JudgeAsync("kubectl.get", new { resource = "pods" })).Permit.ShouldNotBeNull();
        var other = Gates.Scope() with { Run = new RunKey("agents", "other") };
        await Should.ThrowAsync<PermitException>(() => _gate.ExecuteAsync(permit, other, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Permit_HasOneKind_PrivateToTheGate()
    {
        var kinds = typeof(ToolGate).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Permit))).ToList();
        kinds.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            t => t.DeclaringType.ShouldBe(typeof(ToolGate)),
            t => t.IsNestedPrivate.ShouldBeTrue());
    }

    [Fact]
    public async Task Judge_SameCallInAnotherSpelling_HasTheSameDigest()
    {
        var one = new ToolCall("a", "kubectl.get", JsonDocument.Parse("""{"resource":"pods","limit":5}""").RootElement);
        var other = new ToolCall("b", "kubectl.get", JsonDocument.Parse("""{ "limit": 5.0, "resource": "pods" }""").RootElement);
        var scope = Gates.Scope();
        var digest = (await _gate.JudgeAsync(one, scope, new RunProgress(), TestContext.Current.CancellationToken)).Digest;
        (await _gate.JudgeAsync(other, scope, new RunProgress(), TestContext.Current.CancellationToken)).Digest.ShouldBe(digest);
    }

    [Fact]
    public async Task Judge_ApprovalOfAnotherCall_IsWorthNothing()
    {
        var scope = Gates.Scope(AutonomyLevel.Observe) with { Policy = new GuardrailPolicy { ApprovalMode = ApprovalMode.MutationGate } };
        var approved = await _gate.JudgeAsync("kubectl.delete", new { resource = "pod", name = "web-1", @namespace = "demo" }, scope);
        var progress = new RunProgress
        {
            Approvals = new Dictionary<ActionDigest, ApprovalDecision> { [approved.Digest] = new(true, "ann", DateTimeOffset.MaxValue) },
        };
        (await _gate.JudgeAsync("kubectl.delete", new { resource = "pod", name = "web-1", @namespace = "demo" }, scope, progress)).Verdict.Reason.ShouldBe(GuardrailReason.Approved);
        (await _gate.JudgeAsync("kubectl.delete", new { resource = "pod", name = "web-2", @namespace = "demo" }, scope, progress)).Verdict.Reason.ShouldBe(GuardrailReason.ApprovalRequired);
    }

    [Fact]
    public async Task Judge_SecretsInTheCall_AreNotRecorded()
    {
        var judgement = await _gate.JudgeAsync("http.get", new { url = "https://example.com/?token=canary-secret", headers = new Dictionary<string, string> { ["X-Api-Key"] = "canary-secret" } });
        var recorded = JsonSerializer.Serialize(new { judgement.RedactedArguments, judgement.Actions, judgement.Verdict });
        recorded.ShouldNotContain("canary-secret");
        recorded.ShouldContain("REDACTED");
    }
}
