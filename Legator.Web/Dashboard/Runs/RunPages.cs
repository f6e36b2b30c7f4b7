using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Web.Api;
using Legator.Web.Catalog;
using Legator.Web.Journals;
using Legator.Web.RunRequests;

namespace Legator.Web.Dashboard.Runs;

/// <summary>Puts run pages together from record and journal.</summary>
internal sealed class RunPages(RunCatalog runs, JournalReader journal, RecentRequests recent)
{
    /// <exception cref="ApiException">Neither record nor journal exist, and nobody has just asked for such a run.</exception>
    public async Task<RunPageView> GetAsync(string place, string name, CancellationToken cancellationToken)
    {
        var key = new RunKey(place, name);
        var record = await runs.TryGetAsync(place, name, cancellationToken);
        var events = await journal.ReadAllAsync(key, cancellationToken);
        if (record is null && events.Count == 0 && !recent.Contains(key))
        {
            throw ApiException.NotFound($"There is no run '{name}' in namespace '{place}'.");
        }

        var chain = JournalReader.Check(events);
        var status = Status(record, events, chain.Verified);
        return new RunPageView(key, record, status, chain, events is [.., var last] ? last.Hash : "–", RunTimeline.Of(events))
        {
            Model = events.Select(e => e.Data).OfType<RunStarted>().FirstOrDefault()?.ModelUsed ?? record?.Spec.ModelUsed,
            RecordProblem = Compare(record?.Status?.Journal, events),
        };
    }

    /// <summary>A journal that does not verify proves nothing, so then only the record is shown.</summary>
    private static LegatorRunStatus Status(LegatorRun? record, IReadOnlyList<RunEvent> events, bool verified) =>
        verified && events.Count > 0
            ? RunProjection.Of(RunSnapshot.TryRead(record?.Spec.Snapshot, out _), events).Status
            : record?.Status ?? new LegatorRunStatus();

    private static string? Compare(JournalPosition? projected, IReadOnlyList<RunEvent> events) => projected switch
    {
        null => null,
        { Length: var length } when length > events.Count => $"The record was made from {length} events and the journal holds {events.Count}: events are missing.",
        { Length: > 0 } when events[(int)projected.Length - 1].Hash != projected.Head => "The record was made from another journal: its head does not fit.",
        _ => null,
    };
}
