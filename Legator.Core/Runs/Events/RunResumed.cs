namespace Legator.Core.Runs.Events;

/// <summary>A runner took up a run whose journal already had events: its former runner died or handed it back.</summary>
/// <param name="Runner">Id of the runner process.</param>
public sealed record RunResumed(string Runner) : RunEventData;
