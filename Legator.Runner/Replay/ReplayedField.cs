namespace Legator.Runner.Replay;

/// <summary>A field of an entry that is not the same.</summary>
/// <param name="Path">Where it is in the entry: <c>verdict.reason</c>.</param>
/// <param name="Recorded">What was recorded, shortened around the place where it begins to differ; null where there was nothing.</param>
/// <param name="Replayed">What the replay made of it; null for nothing.</param>
public sealed record ReplayedField(string Path, string? Recorded, string? Replayed);
