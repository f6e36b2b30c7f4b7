using System.Runtime.CompilerServices;
using Legator.Core.Api;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Web.Api;
using Legator.Web.Catalog;

namespace Legator.Web.Journals;

/// <summary>Reads journals: in pages with their chain checked, or as they grow.</summary>
internal sealed class JournalReader(IRunJournal journal, JournalFeed feed, RunCatalog runs, TimeProvider clock)
{
    private const int Chunk = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>All events of a run.</summary>
    public async Task<IReadOnlyList<RunEvent>> ReadAllAsync(RunKey run, CancellationToken cancellationToken)
    {
        var events = new List<RunEvent>();
        IReadOnlyList<RunEvent> chunk;
        do
        {
            chunk = await journal.ReadAsync(run, events.Count == 0 ? 0 : events[^1].Sequence, Chunk, cancellationToken);
            events.AddRange(chunk);
        }
        while (chunk.Count == Chunk);
        return events;
    }

    /// <summary>One page, and what checking the whole chain showed.</summary>
    /// <exception cref="ApiException">Neither a run nor a journal of that name exists.</exception>
    public async Task<JournalPage> PageAsync(RunKey run, long after, int limit, CancellationToken cancellationToken)
    {
        var all = await ReadAllAsync(run, cancellationToken);
        if (all.Count == 0)
        {
            await runs.GetAsync(run.Namespace, run.Name, cancellationToken);
        }

        List<RunEvent> page = [.. all.Where(e => e.Sequence > after).Take(limit)];
        var more = page.Count > 0 && page[^1].Sequence < all[^1].Sequence;
        return new JournalPage(
            run.Namespace,
            run.Name,
            page,
            all.Count == 0 ? JournalHead.Empty : JournalHead.After(all[^1]),
            Check(all),
            all is [.., { Data: RunFinished }],
            more ? page[^1].Sequence : null);
    }

    /// <summary>Checks a run's whole journal.</summary>
    public static ChainReport Check(IReadOnlyList<RunEvent> events)
    {
        var problem = RunEventChain.Verify(events);
        return new ChainReport(problem is null, events.Count, problem);
    }

    /// <summary>Waits a moment for a run that was only just asked for.</summary>
    /// <exception cref="ApiException">It has not appeared.</exception>
    public async Task RequireAsync(RunKey run, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (await journal.HeadAsync(run, cancellationToken) == JournalHead.Empty && await runs.TryGetAsync(run.Namespace, run.Name, cancellationToken) is null)
        {
            if (clock.GetElapsedTime(started) > Patience)
            {
                throw ApiException.NotFound($"There is no run '{run.Name}' in namespace '{run.Namespace}'. If it was only just asked for, the Operator has not made it yet: see 'legator status'.");
            }

            await Task.Delay(Step, clock, cancellationToken);
        }
    }

    /// <summary>A run's events after a sequence, then each as it is written; ends after the run's last.</summary>
    public async IAsyncEnumerable<RunEvent> FollowAsync(RunKey run, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The watch begins before the events are read, so none can fall between the two.
        using var watch = await feed.WatchAsync(run, cancellationToken);
        var last = after;
        foreach (var entry in await ReadAllAsync(run, cancellationToken))
        {
            if (entry.Sequence > last)
            {
                last = entry.Sequence;
                yield return entry;
            }

            if (entry.Data is RunFinished)
            {
                yield break;
            }
        }

        await foreach (var entry in watch.ReadAllAsync(cancellationToken))
        {
            if (entry.Sequence <= last)
            {
                continue;
            }

            last = entry.Sequence;
            yield return entry;
            if (entry.Data is RunFinished)
            {
                yield break;
            }
        }
    }
}
