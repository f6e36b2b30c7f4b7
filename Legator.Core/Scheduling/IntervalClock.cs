namespace Legator.Core.Scheduling;

/// <summary>A slot at the anchor and one each interval after it, whatever the wall clock's zone does.</summary>
internal sealed class IntervalClock(TimeSpan interval) : ISlotClock
{
    /// <inheritdoc />
    public DateTimeOffset? After(DateTimeOffset time, DateTimeOffset anchor) =>
        time < anchor ? anchor : AtOrBefore(time, anchor) + interval;

    /// <inheritdoc />
    public DateTimeOffset? AtOrBefore(DateTimeOffset time, DateTimeOffset anchor) =>
        time < anchor ? null : anchor + (interval * ((time - anchor).Ticks / interval.Ticks));

    /// <inheritdoc />
    public long CountBetween(DateTimeOffset after, DateTimeOffset before, DateTimeOffset anchor) =>
        Math.Max(0, UpTo(before.AddTicks(-1), anchor) - UpTo(after, anchor));

    private long UpTo(DateTimeOffset time, DateTimeOffset anchor) => time < anchor ? 0 : ((time - anchor).Ticks / interval.Ticks) + 1;
}
