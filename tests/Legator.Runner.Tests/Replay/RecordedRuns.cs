using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Audit;
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

    /// <summary>The same with one entry changed, the hashes after it made to fit again or left as they were.</summary>
    public static RunRecording Altered(this RunRecording recording, long sequence, Action<JsonObject> change, bool chained = true)
    {
        var events = new List<RunEvent>();
        foreach (var entry in recording.Events)
        {
            var json = (JsonObject)JsonSerializer.SerializeToNode(entry.Data, LegatorJson.Options)!;
            if (entry.Sequence == sequence)
            {
                change(json);
            }

            var data = json.Deserialize<RunEventData>(LegatorJson.Options)!;
            events.Add(chained ? RunEventChain.Link(entry.Run, events is [.., var last] ? JournalHead.After(last) : JournalHead.Empty, entry.Time, data) : entry with { Data = data });
        }

        return recording with { Events = events };
    }
}
