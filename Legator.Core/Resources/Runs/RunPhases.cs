namespace Legator.Core.Resources.Runs;

/// <summary>What follows from a run's phase.</summary>
public static class RunPhases
{
    /// <summary>True when the run is over and its record never changes again.</summary>
    public static bool IsFinished(this RunPhase phase) =>
        phase is RunPhase.Succeeded or RunPhase.Failed or RunPhase.Escalated or RunPhase.Blocked or RunPhase.Cancelled;
}
