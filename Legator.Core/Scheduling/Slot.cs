namespace Legator.Core.Scheduling;

/// <summary>One turn of a schedule.</summary>
/// <param name="Time">The instant that the schedule names, in UTC: the slot's identity, and part of its run's name.</param>
/// <param name="FiresAt">When the run is made: <paramref name="Time"/> shifted by the slot's own jitter.</param>
public readonly record struct Slot(DateTimeOffset Time, DateTimeOffset FiresAt);
