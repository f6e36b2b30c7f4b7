using System.Globalization;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Core.RunLists;
using Legator.Web.Api;

namespace Legator.Web.Catalog;

/// <summary>Finds runs: those that the cluster keeps, as they are now, and behind them all that ever were, from the list that the Operator writes.</summary>
internal sealed class RunCatalog(Informer<LegatorRun> runs, ResourceClient<LegatorRun> client, IRunListStore list)
{
    private const int MostCounted = 1000;
    private const int MostReads = 2;

    public async Task<RunList> ListAsync(RunFilter filter, ListRequest request, CancellationToken cancellationToken)
    {
        var query = new RunListQuery
        {
            Namespace = request.Namespace,
            Agent = filter.Agent,
            Phase = filter.Phase is { } phase ? WireNames.Of(phase) : null,
            After = request.After is { } after ? new RunListPlace(after.Time ?? DateTimeOffset.UnixEpoch, after.Name, after.Namespace) : null,
            Limit = request.Limit + 1,
        };
        var (kept, matching) = Kept(filter, request);
        var (page, next) = await MergeAsync(kept, query, cancellationToken);
        if (page.Count > request.Limit)
        {
            page = page[..request.Limit];
            next = Place(page[^1]);
        }

        // Every kept run is in the list a moment later: the greater number is the truer one.
        var total = Math.Max(matching, await list.CountAsync(query, MostCounted + 1, cancellationToken));
        return new RunList(page, Math.Min(total, MostCounted), next is null ? null : new PageCursor(next.Time, next.Name, next.Namespace).ToString())
        {
            More = total > MostCounted ? true : null,
        };
    }

    /// <summary>Gets a run as it is stored now.</summary>
    /// <exception cref="ApiException">There is none, or several in different namespaces.</exception>
    public async Task<LegatorRun> GetAsync(string? inNamespace, string name, CancellationToken cancellationToken)
    {
        var place = inNamespace ?? await NamespaceOfAsync(name, cancellationToken);
        return await TryGetAsync(place, name, cancellationToken) ?? throw Missing(place, name, (await list.FindAsync(place, name, cancellationToken)).FirstOrDefault()?.Summary);
    }

    public Task<LegatorRun?> TryGetAsync(string inNamespace, string name, CancellationToken cancellationToken) =>
        client.GetAsync(inNamespace, name, cancellationToken);

    /// <summary>An undo of a run that did not come to nothing; null for none.</summary>
    public LegatorRun? UndoOf(string inNamespace, string name) => runs.All
        .Where(r => r.Metadata.Namespace == inNamespace && r.Spec.UndoOf == name && r.Status?.Phase is not (RunPhase.Failed or RunPhase.Blocked or RunPhase.Cancelled) && r.Spec is { Problem: null, DryRun: not true })
        .Order(NewestLast.Instance)
        .LastOrDefault();

    /// <summary>The namespace of the one run of a name, of those that the cluster keeps or else of all that ever were.</summary>
    public async Task<string> NamespaceOfAsync(string name, CancellationToken cancellationToken)
    {
        List<string> kept = [.. runs.All.Where(r => r.Metadata.Name == name).Select(r => r.Metadata.Namespace!)];
        return NameLookup.TheOnly("run", name, kept.Count > 0 ? kept : [.. (await list.FindAsync(null, name, cancellationToken)).Select(row => row.Summary.Namespace)]);
    }

    private static ApiException Missing(string place, string name, RunSummary? known) => known switch
    {
        null => ApiException.NotFound($"There is no run '{name}' in namespace '{place}'. 'legator runs list' shows those that are kept."),
        { RetiredAt: { } at } => new ApiException(
            StatusCodes.Status410Gone,
            "RunRetired",
            string.Create(CultureInfo.InvariantCulture, $"Run '{name}' of agent '{known.Agent}' ended as {known.Phase} and was removed by retention on {at.UtcDateTime:u}. It was exported to {known.Archive} on the Operator's machine, which 'legator runs replay --file' reads.")),
        _ => new ApiException(
            StatusCodes.Status410Gone,
            "RunDeleted",
            $"The LegatorRun of run '{name}' of agent '{known.Agent}' was deleted; it ended as {known.Phase}. Its journal is kept: 'legator runs logs {name} -n {place}' shows it."),
    };

    /// <summary>The first of those that the cluster keeps, newest first, and how many there are.</summary>
    private (List<RunSummary> First, int Matching) Kept(RunFilter filter, ListRequest request)
    {
        // Of many only the newest are wanted: the oldest of those found so far goes, and nothing is sorted as a whole.
        var newest = new PriorityQueue<LegatorRun, LegatorRun>(NewestLast.Instance);
        var matching = 0;
        foreach (var run in runs.All)
        {
            if ((request.Namespace is not null && run.Metadata.Namespace != request.Namespace) || !filter.Matches(run))
            {
                continue;
            }

            matching++;
            if (request.After is not null && NewestLast.Compare(run, request.After) >= 0)
            {
                continue;
            }

            newest.Enqueue(run, run);
            if (newest.Count > request.Limit + 1)
            {
                newest.Dequeue();
            }
        }

        return ([.. newest.UnorderedItems.Select(item => item.Element).OrderDescending(NewestLast.Instance).Select(RunSummaries.Of)], matching);
    }

    /// <summary>Both lists as one, as far as both have been read. Of a run that the cluster keeps only what the cluster says counts: the list may be a moment behind.</summary>
    /// <returns>The page, and where to go on when it is short of what was wanted although there is more.</returns>
    private async Task<(List<RunSummary> Page, RunListPlace? Next)> MergeAsync(List<RunSummary> kept, RunListQuery query, CancellationToken cancellationToken)
    {
        var (all, at) = (new List<RunSummary>(kept), query);
        for (var read = 1; ; read++)
        {
            var rows = await list.ListAsync(at, cancellationToken);
            all.AddRange(rows.Select(row => row.Summary).Where(row => runs.TryGet(row.Namespace, row.Name) is null));
            var seen = rows.Count == at.Limit ? Place(rows[^1].Summary) : null;
            List<RunSummary> page = [.. all.Where(run => seen is null || RunListOrder.Instance.Compare(Place(run), seen) >= 0).OrderByDescending(Place, RunListOrder.Instance).Take(query.Limit)];
            if (seen is null || page.Count == query.Limit || read == MostReads)
            {
                return (page, page.Count < query.Limit ? seen : null);
            }

            at = query with { After = seen };
        }
    }

    private static RunListPlace Place(RunSummary run) => new(run.CreatedAt, run.Name, run.Namespace);
}
