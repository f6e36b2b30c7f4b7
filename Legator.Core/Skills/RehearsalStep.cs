using Legator.Core.Actions;

namespace Legator.Core.Skills;

/// <summary>The next reply of the stand-in: calls to make, or the last text.</summary>
/// <param name="Text">What is said, or the report with its findings as lines; empty for nothing.</param>
/// <param name="Calls">The calls; empty for a report, which ends the run.</param>
public sealed record RehearsalStep(string Text, IReadOnlyList<ToolCall> Calls)
{
    /// <summary>Why the rehearsal stopped before its end: the gate answered something else than it expects. Null when it did not.</summary>
    public string? Deviation { get; init; }
}
