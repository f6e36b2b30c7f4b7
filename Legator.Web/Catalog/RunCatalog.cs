using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;
using Legator.Web.Api;

namespace Legator.Web.Catalog;

/// <summary>Finds runs.</summary>
internal sealed class RunCatalog(Informer<LegatorRun> runs, ResourceClient<LegatorRun> client)
{
    public RunList List(RunFilter filter, ListRequest request)
    {
        var all = runs.All
            .Where(r => (request.Namespace is null || r.Metadata.Namespace == request.Namespace) && filter.Matches(r))
            .OrderDescending(NewestLast.Instance)
            .ToList();
        var page = all.Where(r => request.After is null || NewestLast.Compare(r, request.After) < 0).Take(request.Limit + 1).ToList();
        var more = page.Count > request.Limit;
        page = more ? page[..request.Limit] : page;
        var last = more ? page[^1].Metadata : null;
        return new RunList(
            [.. page.Select(RunSummaries.Of)],
            all.Count,
            last is null ? null : new PageCursor(last.CreationTimestamp, last.Name!, last.Namespace!).ToString());
    }

    /// <summary>Gets a run as it is stored now.</summary>
    /// <exception cref="ApiException">There is none, or several in different namespaces.</exception>
    public async Task<LegatorRun> GetAsync(string? inNamespace, string name, CancellationToken cancellationToken)
    {
        var place = inNamespace ?? NamespaceOf(name);
        return await TryGetAsync(place, name, cancellationToken)
            ?? throw ApiException.NotFound($"There is no run '{name}' in namespace '{place}'. 'legator runs list' shows those that are kept.");
    }

    public Task<LegatorRun?> TryGetAsync(string inNamespace, string name, CancellationToken cancellationToken) =>
        client.GetAsync(inNamespace, name, cancellationToken);

    /// <summary>An undo of a run that did not come to nothing; null for none.</summary>
    public LegatorRun? UndoOf(string inNamespace, string name) => runs.All
        .Where(r => r.Metadata.Namespace == inNamespace && r.Spec.UndoOf == name && r.Spec.DryRun != true && r.Status?.Phase is not (RunPhase.Failed or RunPhase.Blocked or RunPhase.Cancelled) && r.Spec.Problem is null)
        .Order(NewestLast.Instance)
        .LastOrDefault();

    /// <summary>The namespace of the one run of a name.</summary>
    public string NamespaceOf(string name) =>
        NameLookup.TheOnly("run", name, [.. runs.All.Where(r => r.Metadata.Name == name).Select(r => r.Metadata.Namespace!)]);
}
