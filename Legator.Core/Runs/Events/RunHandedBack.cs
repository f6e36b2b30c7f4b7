namespace Legator.Core.Runs.Events;

/// <summary>A runner that stops gave the run back at the end of a step: another one goes on with it. Being handed back is no failure.</summary>
/// <param name="Runner">Id of the runner process.</param>
public sealed record RunHandedBack(string Runner) : RunEventData;
