namespace Legator.Core.Runs.Events;

/// <summary>Somebody wants the run to end. Nothing is begun after it; what was interrupted before it is still looked at.</summary>
/// <param name="By">Who: a person, or the agent's schedule.</param>
/// <param name="Reason">Why, in their words; null when they gave none.</param>
public sealed record RunCancelled(string By, string? Reason) : RunEventData
{
    /// <summary><see cref="By"/> of a run that makes room for the next slot of its agent.</summary>
    public const string BySchedule = "the schedule";
}
