using Legator.Backends.Kubernetes.Informers;
using Legator.Operator.Schedules;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Schedules;

public sealed class SlotCrowdTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<ObjectKey> called = [];

    [Fact]
    public void Crowd_ComesNear_IsCalledOnceBeforeItsSecond()
    {
        var crowd = With(SlotCrowd.Crowd, time.GetUtcNow().AddSeconds(30));
        using var watch = crowd.Watch(called.Add);

        time.Advance(TimeSpan.FromSeconds(20));
        called.ShouldBeEmpty();
        time.Advance(TimeSpan.FromSeconds(8));
        time.Advance(TimeSpan.FromSeconds(2));

        called.Distinct().Count().ShouldBe(SlotCrowd.Crowd);
        called.Count.ShouldBe(SlotCrowd.Crowd);
    }

    [Fact]
    public void LeadOf_AgentOfACalledCrowd_ReachesToTheEndOfItsSecond()
    {
        var crowd = With(SlotCrowd.Crowd, time.GetUtcNow().AddSeconds(30));
        using var watch = crowd.Watch(called.Add);

        time.Advance(TimeSpan.FromSeconds(28));

        crowd.LeadOf(Agent(0)).ShouldBe(TimeSpan.FromSeconds(3));
        crowd.LeadOf(Agent(SlotCrowd.Crowd)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Few_AreNeverCalledEarly()
    {
        var crowd = With(SlotCrowd.Crowd, time.GetUtcNow().AddSeconds(30));
        crowd.Put(Agent(0), null);
        using var watch = crowd.Watch(called.Add);

        time.Advance(TimeSpan.FromMinutes(2));

        called.ShouldBeEmpty();
        crowd.LeadOf(Agent(1)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Thousands_AreCalledLongBefore()
    {
        var crowd = With(6000, time.GetUtcNow().AddSeconds(60));
        using var watch = crowd.Watch(called.Add);

        time.Advance(TimeSpan.FromSeconds(18));

        called.Count.ShouldBe(6000);
    }

    private static ObjectKey Agent(int number) => new("agents", $"a-{number}");

    private SlotCrowd With(int agents, DateTimeOffset at)
    {
        var crowd = new SlotCrowd(time);
        for (var i = 0; i < agents; i++)
        {
            crowd.Put(Agent(i), at);
        }

        return crowd;
    }
}
