namespace Legator.Core.Runs.Events;

/// <summary>A runner took the run up for the first time.</summary>
/// <param name="Runner">Id of the runner process.</param>
/// <param name="SnapshotDigest">SHA-256, lower-case hex, of the canonical form of the snapshot that the run executes; null when the run has none and will fail with its problem.</param>
/// <param name="ModelUsed"><c>provider/model</c>.</param>
public sealed record RunStarted(string Runner, string? SnapshotDigest, string? ModelUsed) : RunEventData;
