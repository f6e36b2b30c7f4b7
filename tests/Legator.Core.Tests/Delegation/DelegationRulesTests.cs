using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Core.Tests.Delegation;

public sealed class DelegationRulesTests
{
    private static readonly AgentKey Asker = new("agents", "asker");
    private static readonly AgentKey Fixer = new("agents", "fixer");
    private static readonly AgentKey Foreign = new("ops", "fixer");

    [Fact]
    public void NothingSaid_SameNamespace_MayAsk() => Refusal(Fixer).ShouldBeNull();

    [Fact]
    public void NothingSaid_OtherNamespace_IsRefused() => Refusal(Foreign)!.ShouldContain("allowTo of agents/asker");

    [Theory]
    [InlineData("ops/fixer", "agents/asker", true)]
    [InlineData("ops/*", "agents/ask*", true)]
    [InlineData("ops/fixer", "asker", false)]
    [InlineData("ops/fixer", null, false)]
    [InlineData("fixer", "agents/asker", false)]
    [InlineData("*/fixer", "agents/asker", false)]
    public void OtherNamespace_OnlyWhenBothSidesSaySo(string allowTo, string? acceptFrom, bool may) =>
        (Refusal(Foreign, new DelegationSpec { AllowTo = [allowTo] }, acceptFrom is null ? null : new DelegationSpec { AcceptFrom = [acceptFrom] }) is null).ShouldBe(may);

    [Fact]
    public void EmptyList_IsNobody()
    {
        Refusal(Fixer, new DelegationSpec { AllowTo = [] })!.ShouldContain("allowTo");
        Refusal(Fixer, null, new DelegationSpec { AcceptFrom = [] })!.ShouldContain("acceptFrom");
    }

    [Fact]
    public void AgentThatLedToTheRun_IsRefused() => Refusal(Fixer, led: ["agents/fixer"])!.ShouldContain("circle");

    [Fact]
    public void Itself_IsRefused() => Refusal(Asker)!.ShouldContain("itself");

    [Fact]
    public void LongWay_IsRefused()
    {
        Refusal(Fixer, led: ["agents/a", "agents/b"]).ShouldBeNull();
        Refusal(Fixer, led: ["agents/a", "agents/b", "agents/c"])!.ShouldContain("3 agents");
    }

    private static string? Refusal(AgentKey to, DelegationSpec? sender = null, DelegationSpec? receiver = null, params string[] led) =>
        DelegationRules.Refusal(Asker, sender, to, receiver, led);
}
