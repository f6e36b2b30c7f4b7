namespace Legator.Core.Runs.Events;

/// <summary>The outcome of an executed action.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Succeeded">False when the tool reported a failure.</param>
/// <param name="Result">What the model was told: bounded and redacted.</param>
/// <param name="DurationMs">Wall clock of the execution in milliseconds.</param>
public sealed record ActionCompleted(int Seq, bool Succeeded, string Result, long DurationMs) : RunEventData
{
    /// <summary>True where the call failed and may have taken effect all the same, e.g. because its answer was lost; null for all others.</summary>
    public bool? InDoubt { get; init; }
}
