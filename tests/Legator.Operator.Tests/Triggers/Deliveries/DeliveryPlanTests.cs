using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Triggers;
using Legator.Operator.Runs;
using Legator.Operator.Triggers.Deliveries;

namespace Legator.Operator.Tests.Triggers.Deliveries;

public sealed class DeliveryPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    [Fact]
    public void First_HasARunAtOnce() => Plan([Pending("a", 0)], []).ShouldSatisfyAllConditions(plan => plan.Wait.ShouldBe(TimeSpan.Zero), plan => plan.Last!.Digest.ShouldBe("a"), plan => plan.Ids.ShouldBe(["a"]));

    [Fact]
    public void WithinTheTimeOfGathering_TheLastIsKept_AndAllAreCounted()
    {
        var plan = Plan([Pending("c", 2), Pending("b", 1), Pending("d", 3)], [Run(made: -10, "a")]);
        (plan.Wait, plan.Last!.Digest).ShouldBe((TimeSpan.FromSeconds(20), "d"));
        plan.Ids.ShouldBe(["b", "c", "d"]);
    }

    [Fact]
    public void AfterIt_OneRunIsMadeOfAll() => Plan([Pending("d", 3, "b", "c")], [Run(made: -31, "a", started: true)]).ShouldSatisfyAllConditions(plan => plan.Wait.ShouldBe(TimeSpan.Zero), plan => plan.Ids.ShouldBe(["b", "c", "d"]));

    [Fact]
    public void WhileARunWaitsToBegin_FurtherOnesAreGathered() => Plan([Pending("b", 1)], [Run(made: -300, "a")]).Wait.ShouldBeGreaterThan(TimeSpan.Zero);

    [Fact]
    public void AFinishedRunThatNeverBegan_HoldsNothingUp() => Plan([Pending("b", 1)], [Run(made: -300, "a", phase: RunPhase.Failed)]).Wait.ShouldBe(TimeSpan.Zero);

    [Fact]
    public void WhatHasARun_OrWasGathered_IsKnown()
    {
        var plan = Plan([Pending("a", 0), Pending("b", 1), Pending("d", 3, "b")], [Run(made: -10, "a", started: true)]);
        plan.Known.Select(delivery => delivery.Digest).ShouldBe(["a", "b"]);
        plan.Rest.Select(delivery => delivery.Digest).ShouldBe(["d"]);
    }

    [Fact]
    public void OfVeryMany_TheFirstAndTheLatestAreNamed()
    {
        var plan = Plan([.. Enumerable.Range(0, 1000).Select(n => Pending($"d{n:000}", n))], []);
        (plan.Ids.Count, plan.Ids[0], plan.Ids[1], plan.Ids[^1]).ShouldBe((DeliveryPlan.MostIds, "d000", "d745", "d999"));
    }

    private static DeliveryPlan Plan(IEnumerable<PendingDelivery> pending, IReadOnlyCollection<RunHead> runs) => DeliveryPlan.Of(pending, runs, Window, Now);

    private static PendingDelivery Pending(string digest, int second, params string[] standsFor)
    {
        var item = WebhookDeliveries.Make(new AgentKey("agents", "responder"), "alerts", digest, null, Now + TimeSpan.FromSeconds(second));
        return PendingDelivery.Of(standsFor.Length == 0 ? item : item with { Status = new AgentEventStatus { StandsFor = standsFor } })!;
    }

    private static RunHead Run(int made, string id, bool started = false, RunPhase? phase = null) => new()
    {
        Metadata = new ObjectMeta { Name = $"run-{id}", Namespace = "agents", CreationTimestamp = Now + TimeSpan.FromSeconds(made) },
        Spec = new RunHeadSpec { AgentRef = "responder", Trigger = RunTrigger.Webhook, Delivery = new RunDelivery { Source = "webhook/alerts", Count = 1, LastAt = Now, Ids = [id] } },
        Status = new RunHeadStatus { Phase = phase, StartTime = started ? Now : null },
    };
}
