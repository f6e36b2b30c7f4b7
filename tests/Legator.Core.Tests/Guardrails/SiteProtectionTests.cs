using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Skills;
using Legator.Core.Tests.Guardrails.Holes;

namespace Legator.Core.Tests.Guardrails;

public sealed class SiteProtectionTests
{
    [Fact]
    public void Read_AnEnvironmentsClass_RefusesWhatItNamesInEverySpelling()
    {
        var facts = EnvironmentFacts.Of(new LegatorEnvironmentSpec { ProtectionClasses = [Class(new ProtectionRuleSpec { Domain = "kubernetes", Pattern = "* deploy/payments*", Description = "money" })] });
        var verdict = (Calls.Input("kubectl.rollout", Calls.Kube("restart", "deployment", "payments-api")) with { Environment = facts }).Judged();
        verdict.Reason.ShouldBe(GuardrailReason.ProtectionClass);
        verdict.Message.ShouldContain("mine");
        verdict.Message.ShouldContain("money");
        verdict.Remedy.ShouldNotBeNull().ShouldContain("mine");
    }

    [Fact]
    public void Read_ASkillsClass_HoldsForTheRun()
    {
        var reading = SkillReader.Read(new SkillRef { Name = "s", Source = "bundled" }, new SkillFiles("---\nname: s\nprotectionClasses:\n- name: careful\n  rules:\n  - pattern: restart *\n    action: approve\n---\nLook."));
        reading.Problems.ShouldBeEmpty();
        var facts = EnvironmentFacts.Of(new LegatorEnvironmentSpec(), reading.Skill!.ProtectionClasses);
        (Calls.Restart() with { Environment = facts, PeopleCanDecide = true }).Judged().Outcome.ShouldBe(VerdictOutcome.NeedsApproval);
    }

    [Theory]
    [InlineData("ssh", VerdictOutcome.Allow)]
    [InlineData("Kubernetes", VerdictOutcome.Deny)]
    [InlineData(null, VerdictOutcome.Deny)]
    public void Read_ARuleOfADomain_HoldsThere(string? domain, VerdictOutcome outcome)
    {
        var facts = EnvironmentFacts.Of(new LegatorEnvironmentSpec { ProtectionClasses = [Class(new ProtectionRuleSpec { Domain = domain, Pattern = "restart *" })] });
        (Calls.Restart() with { Environment = facts }).Judged().Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("the rule", "the class", "the rule.")]
    [InlineData(null, "the class!", "the class!")]
    [InlineData(null, "Really?", "Really?")]
    [InlineData(null, null, "It is protected.")]
    public void Read_TheDescription_IsASentence(string? rule, string? ofClass, string why) =>
        SiteProtection.Read([new ProtectionClassSpec { Name = "mine", Description = ofClass, Rules = [new ProtectionRuleSpec { Pattern = "x", Description = rule }] }])
            .Single().Rules.Single().Why.ShouldBe(why);

    [Fact]
    public void Find_ACollection_IsHeldByRulesAboutSomeOfIt()
    {
        var rule = new ProtectionClass("mine", [new("kubernetes", "restart deployment/payments*", ProtectionEffect.Block, "why")]);
        (Calls.Input("kubectl.rollout", Calls.Kube("restart", "deploy", null)) with { Environment = new EnvironmentFacts { ProtectionClasses = [rule] } })
            .Judged().Reason.ShouldBe(GuardrailReason.ProtectionClass);
    }

    [Fact]
    public void Problems_OfARuleThatLoosens_SayWhatStands()
    {
        Problems(new ProtectionRuleSpec { Domain = "kubernetes", Pattern = "delete persistentvolumeclaim/*", Action = ProtectionEffect.Audit }).ShouldHaveSingleItem().ShouldContain("is blocked by");
        Problems(new ProtectionRuleSpec { Domain = "azure", Pattern = "group.delete x", Action = ProtectionEffect.Audit }).ShouldHaveSingleItem().ShouldContain("is left to a person by");
        Problems(new ProtectionRuleSpec { Pattern = "delete persistentvolumeclaim/*", Action = ProtectionEffect.Audit }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Problems_OfADomain_NameTheDomainsInOrder() =>
        Problems(new ProtectionRuleSpec { Domain = "x", Pattern = "y" }).ShouldHaveSingleItem().ShouldContain("aws, azure, ");

    [Theory]
    [InlineData("persistentvolumeclaim")]
    [InlineData("pvc")]
    [InlineData("PersistentVolumeClaims")]
    public void Read_TheDocumentedSpellingOfAKind_IsUnderstood(string spelling)
    {
        var rule = new ProtectionClass("mine", [new("kubernetes", $"get {spelling}/*", ProtectionEffect.Block, "why")]);
        (Calls.Input("kubectl.get", Calls.Kube("get", "pvc", "data")) with { Environment = new EnvironmentFacts { ProtectionClasses = [rule] } })
            .Judged().Reason.ShouldBe(GuardrailReason.ProtectionClass);
    }

    [Theory]
    [InlineData("ec2", "terminate-instances", "--instance-ids i-1", VerdictOutcome.NeedsApproval)]
    [InlineData("iam", "create-access-key", "--user-name u", VerdictOutcome.NeedsApproval)]
    [InlineData("s3", "rb", "s3://data", VerdictOutcome.Deny)]
    [InlineData("ec2", "describe-instances", "", VerdictOutcome.Allow)]
    public void BuiltIn_OperationsOfAws_AreHeldToTheirRules(string service, string command, string args, VerdictOutcome outcome) =>
        Protected("aws.cli", new { service, command, args }).ShouldBe(outcome);

    [Theory]
    [InlineData("vm", "delete", VerdictOutcome.NeedsApproval)]
    [InlineData("group", "delete", VerdictOutcome.NeedsApproval)]
    [InlineData("storage", "account delete", VerdictOutcome.Deny)]
    [InlineData("vm", "list", VerdictOutcome.Allow)]
    public void BuiltIn_OperationsOfAzure_AreHeldToTheirRules(string group, string command, VerdictOutcome outcome) =>
        Protected("az.cli", new { group, command, args = "" }).ShouldBe(outcome);

    [Fact]
    public void BuiltIn_TextThatSpeaksOfAProtectedPlace_IsNotThePlace() =>
        Protected("ssh.exec", new { host = "web-1", command = "echo the hashes are in /etc/shadow" }).ShouldBe(VerdictOutcome.Allow);

    [Theory]
    [InlineData("cat /etc/shadow")]
    [InlineData("echo x > /dev/sda")]
    [InlineData("cp x /boot/vmlinuz")]
    public void BuiltIn_AProtectedPlace_IsHeldBehindTheClassifierToo(string command) =>
        Protected("ssh.exec", new { host = "web-1", command }).ShouldBe(VerdictOutcome.Deny);

    [Theory]
    [InlineData("kubernetes", "delete pvc/*", ProtectionEffect.Audit, false)]
    [InlineData("kubernetes", "delete persistentvolumeclaim/*", ProtectionEffect.Audit, true)]
    [InlineData("kubernetes", "delete persistentvolumeclaim/data", ProtectionEffect.Approve, true)]
    [InlineData("kubernetes", "delete persistentvolumeclaim/*", ProtectionEffect.Block, false)]
    [InlineData("azure", "group.delete *", ProtectionEffect.Audit, true)]
    [InlineData("sql", "delete persistentvolumeclaim/*", ProtectionEffect.Audit, true)]
    public void Problems_ARuleThatWouldLoosenABuiltInOne_IsNamed(string domain, string pattern, ProtectionEffect effect, bool wrong) =>
        Problems(new ProtectionRuleSpec { Domain = domain, Pattern = pattern, Action = effect }).Any(p => p.Contains("rules[0].action", StringComparison.Ordinal)).ShouldBe(wrong);

    [Fact]
    public void Problems_EveryMistake_IsNamedAtOnce()
    {
        var problems = SiteProtection.Problems("spec.protectionClasses", [new ProtectionClassSpec { Name = "kubernetes-data", Rules = [new ProtectionRuleSpec { Pattern = " ", Domain = "kubernets" }] }, new ProtectionClassSpec { Name = "" }]).ToList();
        problems.Count.ShouldBe(4);
        problems.ShouldAllBe(p => p.StartsWith("spec.protectionClasses[", StringComparison.Ordinal));
    }

    [Fact]
    public void Skill_WithAnEffectThatAllows_CannotBeRead() =>
        SkillReader.Read(new SkillRef { Name = "s", Source = "bundled" }, new SkillFiles("---\nprotectionClasses:\n- name: loose\n  rules:\n  - pattern: delete *\n    action: allow\n---\nLook."))
            .Problems.ShouldHaveSingleItem().Message.ShouldContain("block, approve, audit");

    private static VerdictOutcome Protected(string tool, object arguments) =>
        new GuardrailChain([new ProtectionClassCheck()]).Judge(WholeGate.Input(tool, arguments)).Outcome;

    private static ProtectionClassSpec Class(params ProtectionRuleSpec[] rules) => new() { Name = "mine", Rules = rules };

    private static IEnumerable<string> Problems(ProtectionRuleSpec rule) => SiteProtection.Problems("spec.protectionClasses", [Class(rule)]);
}
