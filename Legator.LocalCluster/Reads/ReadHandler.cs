using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Reads;

/// <summary>Serves get and list.</summary>
internal sealed class ReadHandler(ObjectStore store, ListReader lists, ObjectViews views)
{
    public Task GetAsync(ApiRequest request)
    {
        StoredRecord record = store.Find(request.Kind, request.Namespace, request.Name) ?? throw ApiErrors.NotFound(request.Kind, request.Name);
        IObjectView? view = views.For(request);
        return Respond.JsonAsync(request.Http, 200, view?.Single(request.Kind, record) ?? ObjectForm.Bytes(request.Kind, record));
    }

    public Task ListAsync(ApiRequest request)
    {
        IObjectView? view = views.For(request);
        (IReadOnlyList<StoredRecord> records, ListMeta meta) = lists.Read(request, ListQuery.Parse(request));
        return view is null
            ? ListWriter.WriteAsync(request.Http, request.Kind, records, meta)
            : Respond.JsonAsync(request.Http, 200, view.List(request.Kind, records, meta));
    }
}
