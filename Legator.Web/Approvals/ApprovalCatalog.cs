using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Approvals;
using Legator.Core.Resources.Approvals;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Web.Api;
using Legator.Web.Catalog;

namespace Legator.Web.Approvals;

/// <summary>Finds approvals: lists from the objects, a single one from the journal that the object only shows.</summary>
internal sealed class ApprovalCatalog(Informer<ApprovalRequest> requests, ResourceClient<ApprovalRequest> client, ResourceClient<LegatorRun> runs, IRunJournal journal)
{
    public ApprovalList List(ApprovalFilter filter, ListRequest request)
    {
        var all = requests.All
            .Where(r => (request.Namespace is null || r.Metadata.Namespace == request.Namespace) && filter.Matches(r))
            .OrderBy(r => PhaseOf(r) != ApprovalPhase.Pending)
            .ThenByDescending(r => r.Metadata.CreationTimestamp)
            .ThenBy(r => r.Metadata.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Metadata.Namespace, StringComparer.Ordinal)
            .ToList();
        var start = request.After is { } after ? all.FindIndex(r => r.Metadata.Name == after.Name && r.Metadata.Namespace == after.Namespace) + 1 : 0;
        var page = all.Skip(start).Take(request.Limit).ToList();
        return new ApprovalList(
            [.. page.Select(SummaryOf)],
            all.Count,
            start + page.Count < all.Count ? new PageCursor(null, page[^1].Metadata.Name!, page[^1].Metadata.Namespace!).ToString() : null);
    }

    /// <summary>How many wait.</summary>
    public int Waiting => requests.All.Count(r => PhaseOf(r) == ApprovalPhase.Pending);

    /// <summary>Gets a question as the run's journal tells it.</summary>
    /// <exception cref="ApiException">There is none, or several in different namespaces.</exception>
    public async Task<AskedApproval> GetAsync(string? inNamespace, string name, CancellationToken cancellationToken)
    {
        var place = inNamespace ?? NameLookup.TheOnly("approval", name, [.. requests.All.Where(r => r.Metadata.Name == name).Select(r => r.Metadata.Namespace!)]);
        var shown = await client.GetAsync(place, name, cancellationToken)
            ?? throw ApiException.NotFound($"There is no approval '{name}' in namespace '{place}'. 'legator approvals list' shows those that are kept.");
        var run = new RunKey(place, shown.Spec.RunName);
        var stored = await runs.GetAsync(run.Namespace, run.Name, cancellationToken)
            ?? throw ApiException.NotFound($"The run '{run.Name}' that approval '{name}' names does not exist any more.");
        var approvals = await RunApprovals.ReadAsync(journal, run, cancellationToken);
        return approvals.Find(name) is { } asked
            ? new AskedApproval(stored, asked, approvals.Head)
            : throw ApiException.NotFound($"Run '{run.Name}' never asked for an approval '{name}': somebody else made that object, and deciding on it has no effect.");
    }

    /// <summary>The same in short.</summary>
    public static ApprovalSummary SummaryOf(AskedApproval found) => SummaryOf(
        found.Asked.Asked.Request, found.Asked.Run.Namespace, found.Asked.AskedAt, ApprovalRequests.SpecOf(found.Asked, found.Run.Spec.AgentRef), ApprovalRequests.StatusOf(found.Asked));

    private static ApprovalSummary SummaryOf(ApprovalRequest request) => SummaryOf(
        request.Metadata.Name!, request.Metadata.Namespace!, request.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch, request.Spec, request.Status ?? new ApprovalRequestStatus());

    private static ApprovalSummary SummaryOf(string name, string place, DateTimeOffset at, ApprovalRequestSpec spec, ApprovalRequestStatus status) => new()
    {
        Name = name,
        Namespace = place,
        Agent = spec.AgentName,
        Run = spec.RunName,
        Phase = WireNames.Of(status.Phase),
        Tool = spec.Action.Tool,
        Target = spec.Action.Target,
        Tier = spec.Action.Tier,
        Description = spec.Action.Description,
        Context = spec.Context,
        CreatedAt = at,
        ExpiresAt = spec.ExpiresAt,
        TypedConfirmation = spec.TypedConfirmation,
        DecidedBy = status.DecidedBy,
        DecidedAt = status.DecidedAt,
        Reason = status.Reason,
    };

    private static ApprovalPhase PhaseOf(ApprovalRequest request) => request.Status?.Phase ?? ApprovalPhase.Pending;
}
