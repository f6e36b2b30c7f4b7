using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Writes;

/// <summary>Serves create and update.</summary>
internal sealed class WriteHandler(ObjectCreator creator, ObjectUpdater updater, ObjectViews views)
{
    public async Task CreateAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "CreateOptions");
        if (request.Name.Length > 0)
        {
            throw ApiErrors.MethodNotAllowed();
        }

        IObjectView? view = views.For(request);
        JsonObject given = await DecodeAsync(request).ConfigureAwait(false);
        NamespaceGate.Settle(request, given);
        StoredRecord record = await creator.CreateAsync(request.Kind, given, WriteIntent.Of(request)).ConfigureAwait(false);
        await SendAsync(request, view, 201, record).ConfigureAwait(false);
    }

    public async Task UpdateAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "UpdateOptions");
        IObjectView? view = views.For(request);
        JsonObject given = await DecodeAsync(request).ConfigureAwait(false);
        CheckName(request, given);
        NamespaceGate.Settle(request, given);
        StoredRecord record = await updater.UpdateAsync(
            request.Kind, request.Namespace, request.Name, WriteIntent.Of(request), _ => RequireVersion(request, (JsonObject)given.DeepClone())).ConfigureAwait(false);
        await SendAsync(request, view, 200, record).ConfigureAwait(false);
    }

    public Task SendAsync(ApiRequest request, IObjectView? view, int code, StoredRecord record)
    {
        Respond.Warnings(request);
        return Respond.JsonAsync(request.Http, code, view?.Single(request.Kind, record) ?? ObjectForm.Bytes(request.Kind, record));
    }

    private static async Task<JsonObject> DecodeAsync(ApiRequest request)
    {
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        ParsedJson parsed = ObjectDecoder.Decode(body, request.Http.Request.ContentType, request.Kind);
        JsonObject resource = (JsonObject)parsed.Root!;
        ObjectAdmission.Prune(request, resource, parsed.Duplicates);
        return resource;
    }

    private static void CheckName(ApiRequest request, JsonObject given)
    {
        string name = ObjectMeta.Name(given);
        if (name.Length == 0)
        {
            throw ApiErrors.BadRequest("name must be provided");
        }

        if (name != request.Name)
        {
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({request.Name})");
        }
    }

    // Custom resources and leases refuse a blind overwrite; most built-in kinds allow it.
    private static JsonObject RequireVersion(ApiRequest request, JsonObject given)
    {
        bool conditional = request.Kind.Custom is not null || request.Kind.Collection is "customresourcedefinitions.apiextensions.k8s.io";
        if (conditional && ObjectMeta.ResourceVersion(given) is ("" or "0"))
        {
            throw ApiErrors.Invalid(
                request.Kind.Plural, request.Kind.Group, request.Name,
                [StatusCause.Invalid("metadata.resourceVersion", "0", "must be specified for an update")]);
        }

        return given;
    }
}
