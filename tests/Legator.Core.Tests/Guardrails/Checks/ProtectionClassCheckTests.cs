using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;

namespace Legator.Core.Tests.Guardrails.Checks;

public sealed class ProtectionClassCheckTests
{
    [Theory]
    [InlineData("delete", "pvc")]
    [InlineData("delete", "pv")]
    [InlineData("delete", "ns")]
    [InlineData("delete", "crd")]
    [InlineData("delete", "secret")]
    [InlineData("delete", "sts")]
    [InlineData("delete", "legatoragents")]
    [InlineData("delete", "userpolicy")]
    [InlineData("delete", "validatingwebhookconfigurations")]
    public void Ask_BuiltInRule_HoldsEvenIfTheClassifierErred(string verb, string kind) =>
        Ask(Calls.Kube(verb, kind) with { Tier = RiskTier.Read }).Reason.ShouldBe(GuardrailReason.ProtectionClass);

    [Fact]
    public void Ask_UserClassThatAuditsWhatABuiltInBlocks_LoosensNothing() =>
        Ask(Calls.Kube("delete", "pvc"), Rule("delete pvc/*", ProtectionEffect.Audit)).Outcome.ShouldBe(VerdictOutcome.Deny);

    [Fact]
    public void Ask_AuditRuleBeforeABlockRule_DoesNotHideIt() =>
        Ask(Calls.Kube("delete", "pods"), Rule("delete *", ProtectionEffect.Audit), Rule("delete pod/*", ProtectionEffect.Block)).Outcome.ShouldBe(VerdictOutcome.Deny);

    [Fact]
    public void Ask_ApproveRule_MakesItAQuestion() =>
        Ask(Calls.Kube("delete", "pods"), Rule("delete pod/*", ProtectionEffect.Approve)).Outcome.ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void Ask_RuleOfAnotherDomain_DoesNotConcernIt() =>
        Ask(Calls.Kube("get", "pods"), Rule("*", ProtectionEffect.Block, "sql")).Outcome.ShouldBe(VerdictOutcome.Allow);

    [Fact]
    public void Ask_ClusterRole_IsNoDatabaseCluster() =>
        Ask(Calls.Kube("delete", "clusterroles", place: null)).Outcome.ShouldBe(VerdictOutcome.Allow);

    private static ProtectionRule Rule(string pattern, ProtectionEffect effect, string domain = "") => new(domain, pattern, effect, "because");

    private static CheckAnswer Ask(ProposedAction action, params ProtectionRule[] rules) =>
        new ProtectionClassCheck().Ask(Calls.Input("kubectl.delete", action) with { Environment = new EnvironmentFacts { ProtectionClasses = [new("mine", rules)] } }, []);
}
