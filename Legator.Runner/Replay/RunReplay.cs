using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Replay;

/// <summary>Executes recorded runs again, away from the world: no cluster, no network, no model, no tool.</summary>
public static class RunReplay
{
    /// <summary>Executes a run again as it was recorded, as far as the recording goes.</summary>
    /// <param name="recording">The recording; at least one entry.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<ReplayReport> PlayAsync(RunRecording recording, CancellationToken cancellationToken)
    {
        using var stage = new ReplayStage(recording);
        var tape = await stage.PlayAsync(cancellationToken);
        var broken = ReplayChain.FirstBreak(recording.Events);
        var recorded = JournalHead.After(recording.Events[^1]);
        var outcome = broken is not null ? ReplayOutcome.Altered
            : tape.Difference is not null || tape.Head != recorded ? ReplayOutcome.Different
            : ReplayOutcome.Identical;
        return new ReplayReport(recording.Run.ToString(), outcome, recording.Events.Count, tape.Played.Count, recorded, tape.Head)
        {
            Complete = recording.Events[^1].Data is RunFinished,
            Difference = tape.Difference,
            ChainProblem = broken?.Problem,
            ChainBrokenAt = broken?.Sequence,
            Notes = [.. NotesOf(recording)],
        };
    }

    private static IEnumerable<string> NotesOf(RunRecording recording)
    {
        if (recording.Events.Select(e => e.Data).Any(d => d is ActionJudged { Facts: null } or ModelReplied { Request: null } or ModelFailed { Request: null }))
        {
            yield return "An older version recorded the run without all that its verdicts rest on: what it did not record is not compared, and calls that were judged by the world may differ.";
        }
    }
}
