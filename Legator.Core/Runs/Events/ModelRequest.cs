namespace Legator.Core.Runs.Events;

/// <summary>What the model was asked, as digests: enough to tell that the same run asks something else today, without a second copy of the conversation.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Digest">SHA-256, lower-case hex, of all messages and of what limits the reply.</param>
/// <param name="Tools">SHA-256, lower-case hex, of the tools that were offered; null when none were.</param>
/// <param name="Answers">The first 16 hex digits of the SHA-256 of what the model was told about each call of its last reply, in order; null when that had none.</param>
public sealed record ModelRequest(DateTimeOffset At, string Digest, string? Tools = null, IReadOnlyList<string>? Answers = null)
{
    /// <summary>Why the report was asked for: <c>budget</c>, <c>turns</c>, <c>time</c>, <c>cut-off</c> or <c>empty</c>; null while the model might go on working, and in entries of versions that did not record it.</summary>
    public string? ReportFor { get; init; }
}
