using Legator.Operator.Control;

namespace Legator.Operator.Tests.Control;

public sealed class ConditionListTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero);

    [Fact]
    public void Build_SameStatus_KeepsTheTransitionTime()
    {
        var before = ConditionList.Build(null, [new Aspect("Ready", true, "AgentReady", "")], 1, Now);
        var after = ConditionList.Build(before, [new Aspect("Ready", true, "AgentReady", "still")], 2, Now.AddHours(1));
        after[0].LastTransitionTime.ShouldBe(before[0].LastTransitionTime);
    }

    [Fact]
    public void Build_OtherStatus_HasANewTransitionTimeInWholeSeconds()
    {
        var before = ConditionList.Build(null, [new Aspect("Ready", true, "AgentReady", "")], 1, Now);
        ConditionList.Build(before, [new Aspect("Ready", false, "InvalidSpec", "")], 2, Now.AddHours(1))[0].LastTransitionTime
            .ShouldBe(new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero));
    }
}
