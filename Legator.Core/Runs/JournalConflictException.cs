namespace Legator.Core.Runs;

/// <summary>The run's journal moved on under the caller: another runner holds the run.</summary>
/// <param name="run">The run.</param>
/// <param name="expected">The sequence that the caller wanted to follow.</param>
public sealed class JournalConflictException(RunKey run, long expected)
    : Exception($"Run {run} no longer ends at event {expected}: another runner holds it.")
{
    /// <summary>The run.</summary>
    public RunKey Run { get; } = run;
}
