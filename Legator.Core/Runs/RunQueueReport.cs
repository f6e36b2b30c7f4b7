namespace Legator.Core.Runs;

/// <summary>What a queue holds at one moment.</summary>
/// <param name="Waiting">Entries that could be claimed now.</param>
/// <param name="Delayed">Entries whose time has not come.</param>
/// <param name="Claimed">Entries that runners hold.</param>
/// <param name="DeadLetters">Entries that were given up and are kept to be read.</param>
/// <param name="OldestAge">How long the oldest of <paramref name="Waiting"/> has waited; zero when none waits.</param>
public sealed record RunQueueReport(long Waiting, long Delayed, long Claimed, long DeadLetters, TimeSpan OldestAge);
