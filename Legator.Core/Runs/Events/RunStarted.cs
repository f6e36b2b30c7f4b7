namespace Legator.Core.Runs.Events;

/// <summary>A runner took the run up for the first time.</summary>
/// <param name="Runner">Id of the runner process.</param>
/// <param name="SnapshotDigest">SHA-256, lower-case hex, of the canonical form of the snapshot that the run executes; null when the run has none and will fail with its problem.</param>
/// <param name="ModelUsed"><c>provider/model</c>.</param>
public sealed record RunStarted(string Runner, string? SnapshotDigest, string? ModelUsed) : RunEventData
{
    /// <summary>How the session goes about the run: 2 since conversations are bounded in tokens, the model has a tool for findings, and reads of one reply run side by side. Null for 1, as older versions did. A run keeps to it until it ends, and when it is replayed.</summary>
    public int? Format { get; init; }
}
