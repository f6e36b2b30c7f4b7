using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

public sealed class DataResourceIndexTests
{
    private static readonly ProposedAction Restart = Calls.Kube("restart", "deploy");

    [Theory]
    [InlineData("Deployment", "demo", "web", true)]
    [InlineData("deployment.apps", "DEMO", "WEB", true)]
    [InlineData("Deployment", null, "web", true)]
    [InlineData("Deployment", "prod", "web", false)]
    [InlineData("Deployment", "demo", "api", false)]
    [InlineData("StatefulSet", "demo", "web", false)]
    public void Touched_AnObject_IsOfItsKindPlaceAndName(string kind, string? place, string name, bool touched) =>
        (Index(kind, place, name).Touched(Restart) is not null).ShouldBe(touched);

    [Fact]
    public void Touched_ACollection_ReachesEveryName()
    {
        Index("Deployment", "demo", "web").Touched(Calls.Kube("restart", "deploy", null)).ShouldNotBeNull();
        Index("Deployment", "demo", "web").Touched(Calls.Kube("restart", "deploy", null, "prod")).ShouldBeNull();
    }

    [Theory]
    [InlineData("orders/public.t", null, "orders", true)]
    [InlineData("db: orders", null, "ORDERS", true)]
    [InlineData("orders-copy/public.t", null, "orders", false)]
    [InlineData("orders/public.t", "demo", "orders", false)]
    public void Touched_ElsewhereThanInClusters_IsNamedAsAWholeWord(string target, string? place, string name, bool touched) =>
        (Index("bucket", place, name).Touched(new ProposedAction("sql", "write", new CanonicalTarget(target), RiskTier.ServiceMutation)) is not null).ShouldBe(touched);

    [Fact]
    public void Beside_IsTheNamespaceOfTheData()
    {
        Index("Deployment", "demo", "db").Beside(Restart).ShouldNotBeNull();
        Index("Deployment", "prod", "db").Beside(Restart).ShouldBeNull();
        Index("Deployment", null, "db").Beside(Restart).ShouldBeNull();
    }

    [Fact]
    public void Beside_WhatHasNoNamespace_IsNothing()
    {
        Index("Deployment", "demo", "db").Beside(Calls.Kube("delete", "node", "n1", null)).ShouldBeNull();
        Index("Deployment", "demo", "db").Beside(new ProposedAction("ssh", "run", new CanonicalTarget("demo"), RiskTier.DestructiveMutation)).ShouldBeNull();
    }

    private static DataResourceIndex Index(string kind, string? place, string name) => new([new DataResource(kind, place, name)]);
}
