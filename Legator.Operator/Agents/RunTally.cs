using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Operator.Runs;

namespace Legator.Operator.Agents;

/// <summary>What an agent's status says of its finished runs. Each run counts once: the last one counted marks how far counting came, so runs that are deleted later stay counted.</summary>
/// <param name="Count">Finished runs.</param>
/// <param name="Failures">Latest runs in a row that did not succeed; a cancelled one neither counts nor interrupts.</param>
/// <param name="LastTime">When the last one finished.</param>
/// <param name="LastName">Its name.</param>
internal sealed record RunTally(long Count, int Failures, DateTimeOffset? LastTime, string? LastName)
{
    /// <summary>Counts on from a status.</summary>
    public static RunTally Of(LegatorAgentStatus? status, IEnumerable<RunHead> runs)
    {
        var tally = new RunTally(status?.RunCount ?? 0, status?.ConsecutiveFailures ?? 0, status?.LastRunTime, status?.LastRunName);
        return runs
            .Where(run => run.IsFinished)
            .Select(run => (Run: run, Time: run.CompletionTime ?? run.Created ?? DateTimeOffset.UnixEpoch))
            .OrderBy(item => item.Time)
            .ThenBy(item => item.Run.Name, StringComparer.Ordinal)
            .Where(item => tally.IsBefore(item.Time, item.Run.Name))
            .Aggregate(tally, (sum, item) => sum.With(item.Run, item.Time));
    }

    private bool IsBefore(DateTimeOffset time, string name) =>
        LastTime is not { } last || time > last || (time == last && string.CompareOrdinal(name, LastName) > 0);

    private RunTally With(RunHead run, DateTimeOffset time)
    {
        var failures = run.Phase switch
        {
            RunPhase.Succeeded => 0,
            RunPhase.Cancelled => Failures,
            _ => Failures + 1,
        };
        return new RunTally(Count + 1, failures, time, run.Name);
    }
}
