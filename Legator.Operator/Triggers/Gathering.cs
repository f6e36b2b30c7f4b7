using Legator.Operator.Runs;

namespace Legator.Operator.Triggers;

/// <summary>How long what comes is gathered before the next run; pure.</summary>
internal static class Gathering
{
    // Whoever begins or ends a run wakes the controllers; this is for what was missed.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    /// <summary>Zero for a run now: none was made within the time of gathering, and none waits to begin.</summary>
    /// <param name="runs">Runs of the agent that the same source started.</param>
    /// <param name="debounce">The time of gathering.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan WaitOf(IReadOnlyCollection<RunHead> runs, TimeSpan debounce, DateTimeOffset now)
    {
        var left = runs.Count == 0 ? TimeSpan.Zero : runs.Max(run => run.Created ?? now) + debounce - now;
        return left > TimeSpan.Zero ? left
            : runs.Any(run => !run.IsFinished && run.StartTime is null) ? LookAgain
            : TimeSpan.Zero;
    }
}
