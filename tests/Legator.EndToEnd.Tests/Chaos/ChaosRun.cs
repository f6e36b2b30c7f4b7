using System.Text.Json;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>One run as the cluster and its journal tell of it.</summary>
internal sealed record ChaosRun(LegatorRun Resource, JournalPage Journal)
{
    public string Name => Resource.Metadata.Name ?? "";

    public string Agent => Resource.Spec.AgentRef;

    public IEnumerable<RunEventData> Facts => Journal.Events.Select(e => e.Data);

    public RunFinished? End => Facts.OfType<RunFinished>().SingleOrDefault();

    /// <summary>Runners that took it up after another one.</summary>
    public int Resumes => Facts.OfType<RunResumed>().Count();

    /// <summary>Every change that it was allowed to make, and what it says became of it.</summary>
    public IReadOnlyList<ChaosChange> Changes =>
    [
        .. Facts.OfType<ActionJudged>()
            .Where(judged => judged.Tool is "http.post" or "http.put" or "kubectl.rollout" && Facts.OfType<ActionIntended>().Any(i => i.Seq == judged.Seq))
            .GroupBy(judged => judged.Seq)
            .Select(same => new ChaosChange(this, same.Key, Ticket(same.Last().Arguments), Told(same.Key), Place(data => data is ActionIntended intent && intent.Seq == same.Key), Place(data => data is ActionCompleted done && done.Seq == same.Key || data is ActionInterrupted broken && broken.Seq == same.Key))),
    ];

    private int Place(Func<RunEventData, bool> which) => Facts.Select((data, place) => (data, place)).Where(fact => which(fact.data)).Select(fact => fact.place).FirstOrDefault(int.MaxValue);

    private static string? Ticket(JsonElement arguments) =>
        arguments.TryGetProperty("url", out var url) ? url.GetString()![(url.GetString()!.LastIndexOf('/') + 1)..] : null;

    private ChaosWord Told(int seq)
    {
        var interrupted = Facts.OfType<ActionInterrupted>().SingleOrDefault(i => i.Seq == seq);
        var completed = Facts.OfType<ActionCompleted>().SingleOrDefault(c => c.Seq == seq);
        return (interrupted, completed) switch
        {
            ({ Outcome: InterruptedOutcome.Executed }, null) or (null, { Succeeded: true }) => ChaosWord.Done,
            ({ Outcome: InterruptedOutcome.NotExecuted }, null) => ChaosWord.NotDone,
            ({ Outcome: InterruptedOutcome.Unknown }, null) => ChaosWord.Unknown,
            (null, { InDoubt: true }) => ChaosWord.Unknown,
            (null, { Succeeded: false }) => ChaosWord.NotDone,
            _ => ChaosWord.Nothing,
        };
    }
}
