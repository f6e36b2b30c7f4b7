namespace Legator.Runner.Replay;

/// <summary>The first step at which a replay is not as it was recorded.</summary>
/// <param name="Sequence">Sequence of the entry in question.</param>
/// <param name="Recorded">Type of the entry that was recorded; null where the recording ends.</param>
/// <param name="Replayed">Type of the entry that the replay came to; null where it came to none.</param>
/// <param name="Message">What differs, a sentence.</param>
/// <param name="Fields">The fields that differ, side by side.</param>
public sealed record ReplayDifference(long Sequence, string? Recorded, string? Replayed, string Message, IReadOnlyList<ReplayedField> Fields)
{
    /// <summary>The entry at which it showed, where that is a later one than the one in question; null for the same.</summary>
    public long? SeenAt { get; init; }

    /// <summary>The tool call that the entry is about, as <c>3 kubectl.get</c>; null where it is about none.</summary>
    public string? Call { get; init; }
}
