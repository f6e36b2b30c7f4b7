namespace Legator.Core.Api;

/// <summary>What the run queue holds.</summary>
/// <param name="Waiting">Runs that could be claimed now.</param>
/// <param name="Delayed">Runs whose time has not come.</param>
/// <param name="Claimed">Runs that runners hold.</param>
/// <param name="OldestSeconds">How long the oldest of those that wait has waited, in seconds.</param>
/// <param name="DeadLetters">Entries that were given up, the latest first; at most as many as asked for.</param>
/// <param name="TotalDeadLetters">How many there are.</param>
public sealed record QueueReport(long Waiting, long Delayed, long Claimed, double OldestSeconds, IReadOnlyList<DeadLetterItem> DeadLetters, long TotalDeadLetters);
