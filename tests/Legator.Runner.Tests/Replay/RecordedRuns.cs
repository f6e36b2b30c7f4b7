using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Runner.Replay;

namespace Legator.Runner.Tests.Replay;

/// <summary>Runs that were recorded a moment ago, as replays want them.</summary>
internal static class RecordedRuns
{
    /// <summary>Executes each run again, which must come to the same head.</summary>
    public static async Task ShouldReplayAsync(IReadOnlyList<LegatorRun> runs, IReadOnlyList<RunEvent> events)
    {
        foreach (var run in runs)
        {
            var key = new RunKey(run.Metadata.Namespace!, run.Metadata.Name!);
            var own = events.Where(e => e.Run == key).ToList();
            if (own.Count > 0)
            {
                await ShouldReplayAsync(new RunRecording(key, run.Spec, own));
            }
        }
    }

    /// <summary>Executes a run again, which must come to the same head.</summary>
    public static async Task ShouldReplayAsync(RunRecording recording)
    {
        var report = await RunReplay.PlayAsync(recording, default);
        report.Outcome.ShouldBe(ReplayOutcome.Identical, JsonSerializer.Serialize(report, LegatorJson.Indented));
        report.ReplayedHead.ShouldBe(JournalHead.After(recording.Events[^1]));
    }
}
