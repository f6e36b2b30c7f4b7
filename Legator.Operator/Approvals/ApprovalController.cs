using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Approvals;
using Legator.Core.Audit;
using Legator.Core.Resources;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs;
using Legator.Operator.Control;
using Legator.Operator.Events;
using Legator.Operator.Runs;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Approvals;

/// <summary>
/// Observes runs that wait for people, and makes the ApprovalRequests that show what their journals ask. Writes those objects and their status, which nobody else does: what
/// somebody else writes there decides nothing, and is taken back.
/// </summary>
internal sealed class ApprovalController(
    InformerSet informers,
    RunBook book,
    IRunJournal journal,
    ResourceClient<ApprovalRequest> requests,
    StatusWriter<ApprovalRequest> writer,
    EventRecorder events,
    IOptions<OperatorOptions> options,
    TimeProvider time) : IController
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    public string Name => "approvals";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return book.Subscribe(change =>
        {
            if (change.Old?.Awaiting is not null || change.New?.Awaiting is not null)
            {
                queue.Add(change.Key);
            }
        });
        yield return informers.Approvals.Subscribe(change =>
        {
            if ((change.New ?? change.Old) is { } request)
            {
                queue.Add(new ObjectKey(change.Key.Namespace, RunOf(request)), change.IsResync ? WorkPriority.Low : WorkPriority.Normal);
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (!options.Value.Includes(key.Namespace))
        {
            return ReconcileResult.Done;
        }

        var run = new RunKey(key.Namespace, key.Name);
        var shown = informers.Approvals.All.Where(r => r.Metadata.Namespace == run.Namespace && RunOf(r) == run.Name).ToList();
        if (book.Find(run) is not { } head)
        {
            await RemoveAsync(shown, cancellationToken);
            return ReconcileResult.Done;
        }

        if (head.Awaiting is null && shown.Count == 0)
        {
            return ReconcileResult.Done;
        }

        var approvals = await RunApprovals.ReadAsync(journal, run, cancellationToken);
        await ShowAsync(head, approvals, shown, cancellationToken);
        return head.IsFinished && approvals.IsFinished ? await ExpireAsync(approvals, shown, cancellationToken) : ReconcileResult.Done;
    }

    /// <summary>Of a run that is over nobody needs the questions any more; they stay readable for a while, and in its journal for as long as that.</summary>
    private async Task<ReconcileResult> ExpireAsync(RunApprovals approvals, List<ApprovalRequest> shown, CancellationToken cancellationToken)
    {
        var (now, next) = (time.GetUtcNow(), TimeSpan.MaxValue);
        foreach (var request in shown)
        {
            var since = approvals.Find(request.Metadata.Name ?? "")?.ClosedAt ?? request.Metadata.CreationTimestamp ?? now;
            var left = since + options.Value.ApprovalRetention - now;
            if (left <= TimeSpan.Zero)
            {
                await requests.DeleteAsync(request.Metadata.Namespace, request.Metadata.Name!, cancellationToken, new Preconditions(request.Metadata.Uid));
            }
            else
            {
                next = left < next ? left : next;
            }
        }

        return next == TimeSpan.MaxValue ? ReconcileResult.Done : ReconcileResult.After(next < LongestWait ? next : LongestWait);
    }

    /// <summary>The run that waits for the answer, whatever somebody wrote into the request; where none does, the one that the request names.</summary>
    private string RunOf(ApprovalRequest request) => book.WaitingFor(request.Metadata.Namespace ?? "", request.Metadata.Name ?? "")?.Name ?? request.Spec.RunName;

    private async Task ShowAsync(RunHead head, RunApprovals approvals, List<ApprovalRequest> shown, CancellationToken cancellationToken)
    {
        foreach (var approval in approvals.All)
        {
            if (shown.Find(r => r.Metadata.Name == approval.Asked.Request) is { } cached)
            {
                await CorrectAsync(head, approval, cached, cancellationToken);
            }
            else if (approval.IsOpen)
            {
                await CreateAsync(head, approval, cancellationToken);
            }
        }

        foreach (var forged in shown.Where(r => approvals.Find(r.Metadata.Name ?? "") is null))
        {
            var status = new ApprovalRequestStatus { Phase = ApprovalPhase.Expired, Reason = "No run asked for it." };
            await writer.WriteAsync(forged, writer.Freshest(forged).Status, status, cancellationToken);
        }
    }

    private async Task CreateAsync(RunHead head, RunApproval approval, CancellationToken cancellationToken)
    {
        var request = new ApprovalRequest
        {
            Metadata = new ObjectMeta
            {
                Name = approval.Asked.Request,
                Namespace = approval.Run.Namespace,
                Labels = ApprovalRequests.LabelsOf(approval, head.Agent),
                OwnerReferences = head.Metadata.Uid is { } uid ? [new OwnerReference { ApiVersion = LegatorApi.GroupVersion, Kind = "LegatorRun", Name = head.Name, Uid = uid }] : null,
            },
            Spec = ApprovalRequests.SpecOf(approval, head.Agent),
        };
        try
        {
            // The status of a new object does not count with an API server, so it is written when the object is seen.
            await requests.CreateAsync(request, cancellationToken);
            events.Normal(head, "ApprovalRequested", $"A person has to decide on {approval.Asked.Request}: {request.Spec.Action.Description}");
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            // The informer has not shown it yet.
        }
    }

    private async Task CorrectAsync(RunHead head, RunApproval approval, ApprovalRequest cached, CancellationToken cancellationToken)
    {
        var stored = writer.Freshest(cached);
        var spec = ApprovalRequests.SpecOf(approval, head.Agent);
        if (CanonicalJson.Sha256(stored.Spec) != CanonicalJson.Sha256(spec))
        {
            writer.Remember(cached, stored = await requests.ReplaceAsync(stored with { Spec = spec }, cancellationToken));
            events.Warning(head, "ApprovalRequestChanged", $"Somebody changed {approval.Asked.Request}; it shows again what the run asks.");
        }

        if (stored.Status is { } status && status.Phase != approval.Phase && status.Phase != ApprovalPhase.Pending)
        {
            events.Warning(head, "ApprovalNotDecided", $"Somebody wrote {status.Phase} into {approval.Asked.Request}, which decides nothing: decisions are made through the API.");
        }

        await writer.WriteAsync(cached, stored.Status, ApprovalRequests.StatusOf(approval), cancellationToken);
    }

    /// <summary>The run is gone, and its questions with it. A cluster that collects what has no owner any more does the same.</summary>
    private async Task RemoveAsync(List<ApprovalRequest> shown, CancellationToken cancellationToken)
    {
        foreach (var request in shown.Where(r => r.Metadata.CreationTimestamp < time.GetUtcNow().AddMinutes(-1)))
        {
            await requests.DeleteAsync(request.Metadata.Namespace, request.Metadata.Name!, cancellationToken, new Preconditions(request.Metadata.Uid));
        }
    }
}
