namespace Legator.Runner.Replay;

/// <summary>Time as the recording tells it: it stands where the next step read it, and only what was measured then goes by.</summary>
internal sealed class ReplayClock(ReplayTape tape) : TimeProvider
{
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => tape.Now;

    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    /// <summary>So long a model or a tool took.</summary>
    public void Elapse(long milliseconds) => Interlocked.Add(ref _elapsed, TimeSpan.FromMilliseconds(milliseconds).Ticks);

    /// <summary>What ran out of its time is recorded as such, so no limit runs out here.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Standing();

    private sealed class Standing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
