namespace Legator.Core.Runs.Events;

/// <summary>An action was found with an intent and no outcome when the run was resumed. It is never executed again.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Outcome">What reading the world showed.</param>
/// <param name="Message">How that was found out; also what the model is told.</param>
public sealed record ActionInterrupted(int Seq, InterruptedOutcome Outcome, string Message) : RunEventData;
