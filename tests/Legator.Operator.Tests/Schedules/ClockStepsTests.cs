using Legator.Operator.Schedules;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Schedules;

public sealed class ClockStepsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3600, 1)]
    [InlineData(-60, 1)]
    public void Look_WallClockSetBySeconds_TellsOfStepsOnly(int seconds, int expected)
    {
        var (time, steps) = (new SettableClock(), 0);
        using var watch = new ClockSteps(time, () => steps++);
        time.Elapsed.Advance(TimeSpan.FromMinutes(10));
        time.Offset = TimeSpan.FromSeconds(seconds);
        time.Elapsed.Advance(TimeSpan.FromMinutes(10));
        steps.ShouldBe(expected);
    }

    private sealed class SettableClock : TimeProvider
    {
        public FakeTimeProvider Elapsed { get; } = new();

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => Elapsed.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Elapsed.GetUtcNow() + Offset;

        public override long GetTimestamp() => Elapsed.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Elapsed.CreateTimer(callback, state, dueTime, period);
    }
}
