using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("kubectl.delete")]
    [InlineData("kubectl.delete *")]
    [InlineData("kubectl.*")]
    [InlineData("kubectl.delete deployment/*")]
    [InlineData("kubectl.delete deployments/web")]
    [InlineData("kubectl.delete deploy web -n demo")]
    [InlineData("kubectl.delete Deployment -n demo web")]
    [InlineData("kubectl.delete deployments.apps/web -n demo")]
    [InlineData("kubectl.delete * -n demo")]
    [InlineData("kubectl.delete delete deployment/*")]
    [InlineData("kubectl.delete destructive-mutation *")]
    public void Touches_EverySpelling(string pattern) =>
        new ActionPattern(pattern).Touches("kubectl.delete", Calls.Kube("delete", Calls.Deployments)).ShouldBeTrue();

    [Theory]
    [InlineData("kubectl.get deployment/*")]
    [InlineData("kubectl.delete deployment/api")]
    [InlineData("kubectl.delete * -n prod")]
    [InlineData("kubectl.delete read *")]
    [InlineData("kubectl.delet")]
    public void Touches_SomethingElse_No(string pattern) =>
        new ActionPattern(pattern).Touches("kubectl.delete", Calls.Kube("delete", Calls.Deployments)).ShouldBeFalse();

    [Fact]
    public void Touches_AListThatHoldsTheObject_Yes()
    {
        var pattern = new ActionPattern("kubectl.get configmap/settings -n kube-system");
        pattern.Touches("kubectl.get", Calls.Kube("get", "cm", null, null)).ShouldBeTrue();
        pattern.Touches("kubectl.get", Calls.Kube("get", "cm", null, "demo")).ShouldBeFalse();
    }

    [Fact]
    public void Covers_AListWithAnEntryForOneObject_No()
    {
        var list = Calls.Kube("get", "cm", null, "demo");
        new ActionPattern("kubectl.get configmap/settings -n demo").Covers("kubectl.get", list).ShouldBeFalse();
        new ActionPattern("kubectl.get configmap/* -n demo").Covers("kubectl.get", list).ShouldBeTrue();
        new ActionPattern("kubectl.get configmaps -n demo").Covers("kubectl.get", list).ShouldBeTrue();
    }

    [Fact]
    public void Covers_AllNamespacesWithAnEntryForOne_No() =>
        new ActionPattern("kubectl.get pods* -n demo").Covers("kubectl.get", Calls.Kube("get", "pods", null, null)).ShouldBeFalse();

    [Fact]
    public void ParseAll_BlankEntries_AreLeftOut() => ActionPattern.ParseAll(["", "  ", "kubectl.get"]).Count.ShouldBe(1);
}
