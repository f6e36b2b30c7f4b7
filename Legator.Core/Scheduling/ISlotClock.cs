namespace Legator.Core.Scheduling;

/// <summary>The instants that a schedule names, before jitter. All are UTC.</summary>
internal interface ISlotClock
{
    /// <summary>The first slot later than <paramref name="time"/>; null when there is none.</summary>
    DateTimeOffset? After(DateTimeOffset time, DateTimeOffset anchor);

    /// <summary>The last slot at or before <paramref name="time"/>; null when there is none.</summary>
    DateTimeOffset? AtOrBefore(DateTimeOffset time, DateTimeOffset anchor);

    /// <summary>How many slots are later than <paramref name="after"/> and earlier than <paramref name="before"/>.</summary>
    long CountBetween(DateTimeOffset after, DateTimeOffset before, DateTimeOffset anchor);
}
