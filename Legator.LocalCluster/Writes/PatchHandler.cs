using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Patching;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;
using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.Writes;

/// <summary>Serves the four kinds of patch.</summary>
internal sealed class PatchHandler(ObjectUpdater updater, ApplyHandler applies, WriteHandler writes, ObjectViews views)
{
    public async Task PatchAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "PatchOptions");
        IObjectView? view = views.For(request);
        string type = ObjectDecoder.MediaType(request.Http.Request.ContentType);
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        if (type == "application/apply-patch+yaml")
        {
            (int code, StoredRecord applied) = await applies.ApplyAsync(request, body).ConfigureAwait(false);
            await writes.SendAsync(request, view, code, applied).ConfigureAwait(false);
            return;
        }

        Func<JsonObject, JsonObject> change = Change(request, type, body);
        StoredRecord record = await updater.UpdateAsync(
            request.Kind, request.Namespace, request.Name, WriteIntent.Of(request), live => Patched(request, live, change)).ConfigureAwait(false);
        await writes.SendAsync(request, view, 200, record).ConfigureAwait(false);
    }

    /// <summary>The change that a patch of this type makes.</summary>
    public static Func<JsonObject, JsonObject> Change(ApiRequest request, string type, byte[] body)
    {
        JsonNode? patch = Parse(body, type, request);
        switch (type)
        {
            case "application/merge-patch+json" when patch is JsonObject:
                return live => (JsonObject)MergePatch.Apply(live, patch)!;
            case "application/strategic-merge-patch+json" when patch is JsonObject map && request.Kind.Custom is null:
                return live => StrategicPatch.Apply(live, map, request.Kind.Shape);
            case "application/json-patch+json" when patch is JsonArray steps:
                return live => JsonPatch.Apply(live, steps);
            default:
                string wanted = type == "application/json-patch+json" ? "[]handlers.jsonPatchOp" : "map[string]interface {}";
                throw ApiErrors.BadRequest($"error decoding patch: json: cannot unmarshal {(patch is null ? "null" : GoDecoding.Kind(patch))} into Go value of type {wanted}");
        }
    }

    private static JsonNode? Parse(byte[] body, string type, ApiRequest request)
    {
        bool known = type is "application/merge-patch+json" or "application/json-patch+json"
            || (type == "application/strategic-merge-patch+json" && request.Kind.Custom is null);
        if (!known)
        {
            throw request.Kind.Custom is null
                ? ApiErrors.UnsupportedMediaType("application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json", "application/apply-patch+yaml")
                : ApiErrors.UnsupportedMediaType("application/json-patch+json", "application/merge-patch+json", "application/apply-patch+yaml");
        }

        try
        {
            return ObjectDecoder.Parse(body, type).Root;
        }
        catch (JsonException error)
        {
            throw ApiErrors.BadRequest($"error decoding patch: {error.Message}");
        }
    }

    private static JsonObject Patched(ApiRequest request, JsonObject live, Func<JsonObject, JsonObject> change)
    {
        string version = ObjectMeta.ResourceVersion(live);
        JsonObject patched = change(live);
        if (patched["metadata"] is not JsonObject metadata)
        {
            throw ApiErrors.BadRequest("metadata must be an object");
        }

        ObjectDecoder.RequireSameKind(patched, request.Kind);
        if (ObjectMeta.Name(patched) != request.Name)
        {
            throw ApiErrors.BadRequest($"the name of the object ({ObjectMeta.Name(patched)}) does not match the name on the URL ({request.Name})");
        }

        ObjectAdmission.Prune(request, patched, []);
        NamespaceGate.Settle(request, patched);

        // A patch that does not speak of the version means whatever version there is; one that does, means that one.
        if (ObjectMeta.ResourceVersion(patched) == version)
        {
            metadata.Remove("resourceVersion");
        }

        return patched;
    }
}
