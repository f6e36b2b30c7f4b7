using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Runner.Sessions;

/// <summary>What an undo that had to end has not come to.</summary>
internal static class UndoRest
{
    /// <summary>True when there are calls that it would have made next.</summary>
    public static bool IsLeft(SessionState state, RunSnapshotUndo undo) => new UndoScript(undo).Next(Outcomes(state)).Calls.Count > 0;

    // A call that came to nothing because a runner stopped is one that is yet to be made.
    private static List<RehearsalOutcome> Outcomes(SessionState state) =>
    [
        .. state.Calls.Where(c => c is { IsSettled: true, Judged: not null, Interrupted: not { Outcome: InterruptedOutcome.NotExecuted or InterruptedOutcome.ReadLost } })
            .Select(c => new RehearsalOutcome(c.Judged!.Verdict.Outcome, c.Judged.Verdict.Reason, "", c.Completed is { Succeeded: false } || c.Interrupted is not null and not { Outcome: InterruptedOutcome.Executed })),
    ];
}
