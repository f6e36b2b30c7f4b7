using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Printing;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Responses;

/// <summary>Chooses the view that a request asks for; plain objects need none.</summary>
internal sealed class ObjectViews(TimeProvider time)
{
    private readonly PartialMetadataView _partial = new();

    public IObjectView? For(ApiRequest request) => AcceptHeader.Form(request.Http) switch
    {
        ResponseForm.Table => new TableView(Include(request), time),
        ResponseForm.PartialMetadata => _partial,
        _ => null,
    };

    private static IncludeObject Include(ApiRequest request)
    {
        string given = request.Query("includeObject");
        return TableBuilder.ParseIncludeObject(given) ?? throw ApiErrors.BadRequest(TableBuilder.BadIncludeObject(given));
    }
}
