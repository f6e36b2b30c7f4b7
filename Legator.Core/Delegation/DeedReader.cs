using Legator.Core.Runs;

namespace Legator.Core.Delegation;

/// <summary>Reads what a run did, through the journal's port.</summary>
public static class DeedReader
{
    private const int PageSize = 500;

    /// <summary>Reads all of a run's journal.</summary>
    /// <exception cref="JournalUnavailableException">The journal gives no answer.</exception>
    public static async Task<RunDeeds> ReadAsync(IRunJournal journal, RunKey run, CancellationToken cancellationToken)
    {
        var events = new List<RunEvent>();
        while (true)
        {
            var page = await journal.ReadAsync(run, events.Count == 0 ? 0 : events[^1].Sequence, PageSize, cancellationToken);
            events.AddRange(page);
            if (page.Count < PageSize)
            {
                return RunDeeds.Of(events);
            }
        }
    }
}
