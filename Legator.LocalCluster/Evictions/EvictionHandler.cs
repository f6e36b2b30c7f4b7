using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Evictions;

/// <summary>Serves pods/{name}/eviction: deletes a pod unless a disruption budget forbids it.</summary>
internal sealed class EvictionHandler(ObjectStore store, ObjectDeleter deleter)
{
    private readonly ResourceKind _budgets = KindRegistry.Builtin("policy", "poddisruptionbudgets");

    public async Task CreateAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "CreateOptions");
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        _ = ObjectDecoder.Parse(body, ObjectDecoder.MediaType(request.Http.Request.ContentType)).Root ?? throw ApiErrors.BadRequest("an Eviction was expected");
        StoredRecord pod = store.Find(request.Kind, request.Namespace, request.Name) ?? throw ApiErrors.NotFound(request.Kind, request.Name);
        if (BudgetedPod.Counts(ObjectStore.Parse(pod)))
        {
            Require(request, pod);
        }

        await deleter.DeleteAsync(request.Kind, request.Namespace, request.Name, DeleteOptions.Plain with { DryRun = request.DryRun }).ConfigureAwait(false);
        await Respond.JsonAsync(request.Http, 201, StatusBody.Success(request.Name, request.Kind.Group, request.Kind.Plural, ObjectFacts.Of(pod).Uid)).ConfigureAwait(false);
    }

    private void Require(ApiRequest request, StoredRecord pod)
    {
        DisruptionBudget[] budgets =
        [
            .. store.Revisions.Read(_budgets.Collection, ObjectStore.Prefix(_budgets, request.Namespace)).Records
                .Select(record => new DisruptionBudget(ObjectStore.Parse(record), request.Kind))
                .Where(budget => budget.Covers(pod)),
        ];
        if (budgets.Length > 1)
        {
            throw ApiErrors.Internal("This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        }

        if (budgets is [var only] && only.Refusal(store.Revisions.Read(request.Kind.Collection, ObjectStore.Prefix(request.Kind, request.Namespace)).Records, pod) is { } because)
        {
            throw new ApiException(429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.")
            {
                Causes = [new StatusCause("DisruptionBudget", because, "")],
            };
        }
    }
}
