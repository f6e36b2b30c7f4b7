namespace Legator.Core.Runs.Events;

/// <summary>All that a verdict rests on besides the snapshot and the entries before: with it, anybody can judge the call again and must come to the same verdict. Holds no secret.</summary>
/// <param name="At">When the call was judged.</param>
/// <param name="Saw">What was looked at outside the run, by the question; null for a call that asks nothing of the world.</param>
public sealed record JudgedFacts(DateTimeOffset At, IReadOnlyDictionary<string, Sighting>? Saw = null);
