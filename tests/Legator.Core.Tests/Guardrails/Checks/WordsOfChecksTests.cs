using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.Checks;

namespace Legator.Core.Tests.Guardrails.Checks;

/// <summary>What people read: which entry, which object, and what would have to change.</summary>
public sealed class WordsOfChecksTests
{
    [Fact]
    public void KnownCall_WithoutActions_SaysWhichToolNobodyUnderstands() =>
        Calls.Input("kubectl.x").Judged().ShouldSatisfyAllConditions(
            v => v.Reason.ShouldBe(GuardrailReason.Unclassifiable),
            v => v.Message.ShouldContain("kubectl.x"));

    [Fact]
    public void DataMutation_NamesTheActionAndWhatItDoes()
    {
        var verdict = Calls.Input("t", Calls.Kube("get", "pods"), Loss("wipes the disk"), Loss("more")).Judged();
        verdict.Reason.ShouldBe(GuardrailReason.DataMutation);
        verdict.Message.ShouldStartWith("wipe web-1: wipes the disk.");
        Calls.Input("t", Loss()).Judged().Message.ShouldStartWith("wipe web-1: changes or removes data.");
    }

    [Fact]
    public void DataMutation_BySheetOnly_NamesTheAction() =>
        (Calls.Restart() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.DataMutation)) }).Judged().Message.ShouldContain("restart deployments.apps/web");

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void ActionSheet_WithManyEntries_NamesTenOfThem(int entries, bool others)
    {
        var sheet = Calls.Sheet([.. Enumerable.Range(0, entries).Select(i => new DeclaredAction($"entry{i}", "*", RiskTier.Read))]);
        var words = (Calls.Read() with { Sheet = sheet }).Judged().Trace.Single(t => t.Check == "action-sheet").Input;
        words.ShouldContain("entry9");
        words.ShouldNotContain("entry10");
        words.EndsWith(" and others", StringComparison.Ordinal).ShouldBe(others);
    }

    [Fact]
    public void ActionSheet_WithoutTheAction_SaysHowToDeclareIt()
    {
        (Calls.Read() with { Sheet = ActionSheetIndex.Empty }).Judged().Remedy.ShouldBe("A skill would have to declare it in its actions.yaml.");
        (Calls.Read() with { Sheet = ActionSheetIndex.Empty }).Judged().Trace[^1].Input.ShouldEndWith("none of 0 entries");
        (Calls.Input("kubectl.get", Calls.Kube("get", "secrets", "db")) with { Sheet = ActionSheetIndex.Empty }).Judged().Remedy.ShouldNotBeNull().ShouldContain("secret");
    }

    [Fact]
    public void DeniedActions_OfMany_AskForSomethingNarrower()
    {
        Calls.Input("kubectl.get", Calls.Kube("get", "pods", null)).Denying("kubectl.get pods/web*").Judged().Remedy.ShouldNotBeNull().ShouldContain("narrower");
        Calls.Read().Denying("kubectl.get pods/web*").Judged().Remedy.ShouldNotBeNull().ShouldContain("owner");
    }

    [Fact]
    public void ProtectionClass_OfTheProduct_HasNoRemedy()
    {
        var verdict = new GuardrailChain([new ProtectionClassCheck()]).Judge(Calls.Input("kubectl.delete", Calls.Kube("delete", "pvc", "data")));
        verdict.Reason.ShouldBe(GuardrailReason.ProtectionClass);
        verdict.Remedy.ShouldBeNull();
        verdict.Trace[0].Input.ShouldContain("kubernetes-data has 'delete persistentvolumeclaim/*'");
        new GuardrailChain([new ProtectionClassCheck()]).Judge(Calls.Read()).Trace[0].Input.ShouldEndWith("0 of the site");
    }

    [Fact]
    public void PreConditions_SayWhatWasSeen()
    {
        var wanting = Calls.Restart() with { Sheet = Calls.Sheet(new DeclaredAction("r", "*", RiskTier.Read) { PreConditions = [new("spec.a == 1"), new("spec.b == 2")] }) };
        var met = wanting with { PreConditions = [new("spec.a == 1", true, "a is 1."), new("spec.b == 2", true, "b is 2.")] };
        Trace(met).Message.ShouldBe("All pre-conditions hold.");
        Trace(met).Input.ShouldBe("'spec.a == 1': a is 1.; 'spec.b == 2': b is 2.");
        Trace(wanting with { PreConditions = [new("spec.b == 2", true, "b is 2.")] }).Input.ShouldBe("'spec.a == 1': nobody looked.; 'spec.b == 2': b is 2.");
        Trace(Calls.Restart()).Message.ShouldBe("The sheet has no pre-conditions.");
    }

    [Fact]
    public void Frequency_SaysWhatItCouldNotRead() =>
        (Calls.Restart() with { History = null }).Judged().Trace[^1].Input.ShouldContain("an unreadable record");

    [Fact]
    public void Approval_SaysWhatAskedForIt()
    {
        var asked = new CheckTrace("protection-classes", VerdictOutcome.NeedsApproval, GuardrailReason.ApprovalRequired, "The class wants it.");
        new ApprovalCheck().Ask(Calls.Restart() with { PeopleCanDecide = true }, [asked]).Message.ShouldBe("The class wants it.");
    }

    private static CheckTrace Trace(GuardrailInput input) => input.Judged().Trace.Single(t => t.Check == "pre-conditions");

    private static ProposedAction Loss(params string[] effects) =>
        new("ssh", "wipe", new CanonicalTarget("web-1"), RiskTier.DataMutation) { Effects = effects };
}
