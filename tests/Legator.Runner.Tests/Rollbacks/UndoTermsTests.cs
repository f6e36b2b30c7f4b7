using System.Text.Json;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Rollbacks;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools;

namespace Legator.Runner.Tests.Rollbacks;

public sealed class UndoTermsTests(Cluster cluster) : IClassFixture<Cluster>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Theory]
    [InlineData(5, VerdictOutcome.Allow, GuardrailReason.Allowed)]
    [InlineData(2, VerdictOutcome.Deny, GuardrailReason.PreConditionSkipped)]
    [InlineData(7, VerdictOutcome.NeedsApproval, GuardrailReason.ApprovalRequired)]
    public async Task RecordedCall_IsJudgedByWhatBecameOfTheObject(int now, VerdictOutcome outcome, GuardrailReason reason)
    {
        var name = $"undone-{now}";
        await cluster.AddAsync("deployments", "demo", Cluster.Deployment(name, now));
        var step = Scaled(name);
        var verdict = (await JudgeAsync(step, Scope(AutonomyLevel.AutomateSafe, step))).Verdict;
        (verdict.Outcome, verdict.Reason).ShouldBe((outcome, reason), verdict.Message);
        verdict.Message.Contains("/spec/replicas was left at 5 and is 7 now", StringComparison.Ordinal).ShouldBe(now == 7);
    }

    [Fact]
    public async Task DeletedObject_IsMadeAgain_UnlessSomebodyDid()
    {
        const string manifest = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"deleted","namespace":"demo"},"data":{"a":"b"}}""";
        var step = new RollbackStep("kubectl.apply", JsonSerializer.SerializeToElement(new { manifest }), "Make it again") { Missing = true };
        (await JudgeAsync(step, Scope(AutonomyLevel.AutomateDestructive, step))).Verdict.Outcome.ShouldBe(VerdictOutcome.Allow);
        await cluster.AddAsync("configmaps", "demo", manifest);
        var verdict = (await JudgeAsync(step, Scope(AutonomyLevel.AutomateDestructive, step))).Verdict;
        verdict.Outcome.ShouldBe(VerdictOutcome.NeedsApproval);
        verdict.Message.ShouldContain("there is such an object again");
    }

    [Fact]
    public async Task CallThatWasNotRecorded_IsNotDeclared()
    {
        var scope = Scope(AutonomyLevel.AutomateDestructive, Scaled("web"));
        (await _gate.JudgeAsync("kubectl.scale", new { resource = "deployments.apps", name = "web", @namespace = "demo", replicas = 1 }, scope)).Verdict.Reason.ShouldBe(GuardrailReason.UndeclaredAction);
    }

    [Fact]
    public async Task AutonomyAndDenials_HoldForAnUndoToo()
    {
        var step = Scaled("web");
        (await JudgeAsync(step, Scope(AutonomyLevel.Observe, step))).Verdict.Reason.ShouldBe(GuardrailReason.AutonomyExceeded);
        var scope = Scope(AutonomyLevel.AutomateSafe, step);
        scope = scope with { Policy = scope.Policy with { DeniedActions = ActionPattern.ParseAll(["kubectl.scale deployment/web"]) } };
        (await JudgeAsync(step, scope)).Verdict.Reason.ShouldBe(GuardrailReason.DeniedAction);
    }

    private static RollbackStep Scaled(string name) => new("kubectl.scale", JsonSerializer.SerializeToElement(new { resource = "deployments.apps", name, @namespace = "demo", replicas = 2 }), "Scale it back to 2")
    {
        Fields = [new RollbackField("/spec/replicas", JsonSerializer.SerializeToElement(2), JsonSerializer.SerializeToElement(5))],
    };

    private static RunScope Scope(AutonomyLevel autonomy, RollbackStep step) =>
        Gates.Scope(autonomy, new DeclaredAction("other", "kubectl.get", Core.Actions.RiskTier.Read)) with { Undo = new RunSnapshotUndo { Run = "watch-0", Steps = [new UndoStep(3, "kubectl.scale scale", step)] } };

    private Task<Judgement> JudgeAsync(RollbackStep step, RunScope scope) => _gate.JudgeAsync(step.Tool, step.Arguments, scope);
}
