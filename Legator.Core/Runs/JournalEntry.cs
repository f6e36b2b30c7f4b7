namespace Legator.Core.Runs;

/// <summary>An event with its place in the order of all runs.</summary>
/// <param name="Position">Grows with every event of any run; not gapless.</param>
/// <param name="Event">The event.</param>
public sealed record JournalEntry(long Position, RunEvent Event);
