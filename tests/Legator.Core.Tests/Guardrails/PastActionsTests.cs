using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

public sealed class PastActionsTests
{
    private static readonly ProposedAction Restart = Calls.Kube("restart", "deploy");
    private static readonly RateLimit Any = new(1, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(5, 30)]
    [InlineData(30, 5)]
    public void Last_IsTheNewest_InWhateverOrder(int one, int other) =>
        PastActions.Of([Ago(one), Ago(other)]).Last(Restart)!.At.ShouldBe(Calls.Noon.AddMinutes(-5));

    [Fact]
    public void Last_OfTheSameDeed_IsTheFirstRecorded()
    {
        var first = Ago(5);
        PastActions.Of([first, Ago(5)]).Last(Restart).ShouldBeSameAs(first);
    }

    [Theory]
    [InlineData("kubernetes", "restart", "DEPLOYMENTS.apps/web -n demo", true)]
    [InlineData("kubernetes", "scale", "deployments.apps/web -n demo", false)]
    [InlineData("ssh", "restart", "deployments.apps/web -n demo", false)]
    [InlineData("kubernetes", "restart", "deployments.apps/api -n demo", false)]
    public void Last_IsOfTheSameDomainVerbAndTarget(string domain, string verb, string target, bool same) =>
        (PastActions.Of([Ago(5) with { Domain = domain, Verb = verb, Target = target }]).Last(Restart) is not null).ShouldBe(same);

    [Fact]
    public void Mutations_AreAllChanges_AndNoReads() =>
        PastActions.Of([Ago(1), Ago(2), Ago(3) with { Verb = "scale" }, Ago(4) with { Tier = RiskTier.Read }]).Mutations.ShouldBe(3);

    [Fact]
    public void MutationsSince_WhatIsOlder_IsNotCounted() =>
        PastActions.Of([Ago(61), Ago(60), Ago(59), Ago(1)]).MutationsSince(Any, Calls.Noon.AddHours(-1)).ShouldBe(2);

    [Fact]
    public void MutationsSince_InWhateverOrder_CountsTheSame() =>
        PastActions.Of([Ago(1), Ago(200), Ago(30)]).MutationsSince(Any, Calls.Noon.AddHours(-1)).ShouldBe(2);

    [Fact]
    public void Empty_HasNothing()
    {
        PastActions.Empty.Last(Restart).ShouldBeNull();
        PastActions.Empty.Mutations.ShouldBe(0);
        PastActions.Empty.MutationsSince(Any, DateTimeOffset.MinValue).ShouldBe(0);
    }

    private static PastAction Ago(int minutes) =>
        new(new("agents", "before"), Restart.Domain, Restart.Verb, Restart.Target.Text, RiskTier.ServiceMutation, Calls.Noon.AddMinutes(-minutes));
}
