using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Reads;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Writes;

/// <summary>Serves the deletion of one object and of a selection.</summary>
internal sealed class DeleteHandler(ObjectDeleter deleter, ListReader lists)
{
    public async Task DeleteAsync(ApiRequest request)
    {
        DeleteOptions options = await DeleteOptions.ReadAsync(request).ConfigureAwait(false);
        (bool gone, StoredRecord record) = await deleter.DeleteAsync(request.Kind, request.Namespace, request.Name, options).ConfigureAwait(false);
        byte[] answer = gone
            ? StatusBody.Success(request.Name, request.Kind.Group, request.Kind.Plural, ObjectFacts.Of(record).Uid)
            : ObjectForm.Bytes(request.Kind, record);
        await Respond.JsonAsync(request.Http, 200, answer).ConfigureAwait(false);
    }

    public async Task DeleteCollectionAsync(ApiRequest request)
    {
        DeleteOptions options = await DeleteOptions.ReadAsync(request).ConfigureAwait(false);
        (IReadOnlyList<StoredRecord> records, ListMeta meta) = lists.Read(request, ListQuery.Parse(request));
        await Parallel.ForEachAsync(
            records,
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = request.Aborted },
            async (record, _) => await DeleteOneAsync(request, record, options).ConfigureAwait(false)).ConfigureAwait(false);
        await ListWriter.WriteAsync(request.Http, request.Kind, records, meta).ConfigureAwait(false);
    }

    private async Task DeleteOneAsync(ApiRequest request, StoredRecord record, DeleteOptions options)
    {
        try
        {
            await deleter.DeleteAsync(
                request.Kind, ObjectStore.NamespaceOf(request.Kind, record), ObjectStore.NameOf(request.Kind, record), options).ConfigureAwait(false);
        }
        catch (ApiException gone) when (gone.Code == 404)
        {
            // Somebody else was faster; what was wanted has happened.
        }
    }
}
