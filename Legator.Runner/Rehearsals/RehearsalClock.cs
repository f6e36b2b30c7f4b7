namespace Legator.Runner.Rehearsals;

/// <summary>The time of a rehearsal: the same in every one, and it stands still but where somebody is waited for.</summary>
internal sealed class RehearsalClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void MoveTo(DateTimeOffset time) => _now = time;
}
