using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Tests.Guardrails.Holes;

/// <summary>Ways around the guardrails that the chain before this one had, by their numbers there.</summary>
public sealed class FormerGateHolesTests
{
    [Theory]
    [InlineData("kubectl.delete", "pod/web")]
    [InlineData("kubectl", null)]
    public void Hole08_ASheetThatCallsADeletionARead_IsNotTrusted(string tool, string? target)
    {
        object arguments = tool == "kubectl" ? new { command = "kubectl delete pod web -n demo" } : new { resource = "pod", name = "web", @namespace = "demo" };
        var sheet = Calls.Sheet(new DeclaredAction("d", tool, RiskTier.Read) { TargetPattern = target });
        (WholeGate.Input(tool, arguments, AutonomyLevel.Observe) with { Sheet = sheet }).Judged().Reason.ShouldBe(GuardrailReason.AutonomyExceeded);
    }

    [Fact]
    public void Hole09_ASheetForPods_DeclaresNothingElse() =>
        (WholeGate.Input("kubectl", new { command = "kubectl delete deployment web -n demo" }) with { Sheet = Calls.Sheet(new DeclaredAction("d", "kubectl", RiskTier.DestructiveMutation) { TargetPattern = "pod/*" }) })
            .Judged().Reason.ShouldBe(GuardrailReason.UndeclaredAction);

    [Theory]
    [InlineData("kubectl delete deploy/web -n demo")]
    [InlineData("kubectl delete DEPLOYMENTS web -n demo")]
    [InlineData("kubectl -n demo delete deployments.v1.apps/web --now")]
    public void Hole10To12_ADenialOfTheDocuments_MatchesEveryWayToWriteTheLine(string command)
    {
        foreach (var pattern in new[] { "kubectl deployment/*", "kubectl delete deploy web -n demo", "KUBECTL *WEB -n *", "kubectl *web*demo" })
        {
            WholeGate.Input("kubectl", new { command }).Denying(pattern).Judged().Reason.ShouldBe(GuardrailReason.DeniedAction, pattern);
        }
    }

    [Fact]
    public void Hole12_ALiteralThatOccursTwice_DoesNotHideTheTarget() =>
        WholeGate.Input("ssh.exec", new { host = "web-production-eu", command = "systemctl restart production" }).Denying("*production").Judged().Reason.ShouldBe(GuardrailReason.DeniedAction);

    [Theory]
    [InlineData("ssh.exec", "uptime")]
    [InlineData("kubectl", "kubectl get secrets -A")]
    public void Hole15_WhatNoSheetDeclares_IsDeniedThoughItOnlyReads(string tool, string command)
    {
        object arguments = tool == "ssh.exec" ? new { host = "web-1", command } : new { command };
        (WholeGate.Input(tool, arguments) with { Sheet = Calls.Sheet(new DeclaredAction("pods", "kubectl", RiskTier.Read) { TargetPattern = "pods*" }) }).Judged().Reason.ShouldBe(GuardrailReason.UndeclaredAction);
        WholeGate.Input(tool, arguments).Allowing("http.*").Judged().Reason.ShouldBeOneOf(GuardrailReason.NotAllowedAction, GuardrailReason.UndeclaredAction);
    }

    [Fact]
    public void Hole16_AnApproval_OutvotesNoCheck()
    {
        var input = WholeGate.Input("kubectl", new { command = "kubectl delete pod web -n demo" }) with { Approval = new ApprovalDecision(true, "root", DateTimeOffset.MaxValue) };
        input.Denying("kubectl delete *").Judged().Reason.ShouldBe(GuardrailReason.DeniedAction);
        input.Allowing("kubectl get *").Judged().Reason.ShouldBe(GuardrailReason.NotAllowedAction);
        (input with { Sheet = ActionSheetIndex.Empty }).Judged().Reason.ShouldBe(GuardrailReason.UndeclaredAction);
        (input with { History = null }).Judged().Reason.ShouldBe(GuardrailReason.CooldownActive);
    }

    [Fact]
    public void Hole17_WhatThePersonApproves_IsTheCallItself()
    {
        var one = WholeGate.Input("ssh.exec", new { host = "web-1", command = "systemctl restart nginx" });
        var other = WholeGate.Input("ssh.exec", new { host = "web-1", command = "systemctl restart nginx; rm -rf /srv" });
        one.Digest.ShouldNotBe(other.Digest);
        other.Actions.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Hole18_ACooldown_HoldsForOtherRunsOfTheNamespace()
    {
        var input = WholeGate.Input("kubectl", new { command = "kubectl rollout restart deploy/web -n demo" }) with { Sheet = Calls.Sheet(new DeclaredAction("r", "kubectl", RiskTier.Read) { Cooldown = TimeSpan.FromHours(1) }) };
        input.Judged().Outcome.ShouldBe(VerdictOutcome.Allow);
        var action = input.Actions[0];
        PastAction[] before = [new(new("agents", "before"), action.Domain, action.Verb, action.Target.Text, action.Tier, Calls.Noon.AddMinutes(-5))];
        (input with { History = [.. before] }).Judged().Reason.ShouldBe(GuardrailReason.CooldownActive);
    }

    [Fact]
    public void Hole19_AnAuditRule_MasksNoBlock()
    {
        var classes = new[] { new ProtectionClass("notes", [new("ssh", "*", ProtectionEffect.Audit, "seen")]), new ProtectionClass("stop", [new("ssh", "*nginx*", ProtectionEffect.Block, "no")]) };
        var input = WholeGate.Input("ssh.exec", new { host = "web-1", command = "systemctl restart nginx" });
        (input with { Environment = new EnvironmentFacts { ProtectionClasses = classes } }).Judged().Reason.ShouldBe(GuardrailReason.ProtectionClass);
        (input with { Environment = new EnvironmentFacts { ProtectionClasses = [.. classes.Reverse()] } }).Judged().Reason.ShouldBe(GuardrailReason.ProtectionClass);
    }

    [Fact]
    public void Hole19_ARuleThatAsks_DoesNotRefuse()
    {
        var asks = new ProtectionClass("ask", [new("ssh", "* *nginx*", ProtectionEffect.Approve, "careful")]);
        (WholeGate.Input("ssh.exec", new { host = "web-1", command = "systemctl restart nginx" }) with { Environment = new EnvironmentFacts { ProtectionClasses = [asks] } })
            .Judged().Outcome.ShouldBe(VerdictOutcome.NeedsApproval);
    }

    [Fact]
    public void Hole20_ANamespaceCalledLive_IsNoSaferThanOneCalledProd()
    {
        var live = WholeGate.Judge("kubectl", new { command = "kubectl delete pod web -n live" }, AutonomyLevel.AutomateSafe);
        var prod = WholeGate.Judge("kubectl", new { command = "kubectl delete pod web -n prod" }, AutonomyLevel.AutomateSafe);
        (live.Outcome, live.Tier).ShouldBe((prod.Outcome, prod.Tier));
        live.Trace[^1].Outcome.ShouldBe(VerdictOutcome.Deny);
    }
}
