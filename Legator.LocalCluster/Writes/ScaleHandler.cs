using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Writes;

/// <summary>Serves the scale subresource: an autoscaling/v1 Scale made of the object's replica fields.</summary>
internal sealed class ScaleHandler(ObjectStore store, ObjectUpdater updater)
{
    public Task GetAsync(ApiRequest request)
    {
        StoredRecord record = store.Find(request.Kind, request.Namespace, request.Name) ?? throw ApiErrors.NotFound(request.Kind, request.Name);
        return Respond.JsonAsync(request.Http, 200, ObjectBytes.Of(ScaleView.Of(request.Kind, ObjectForm.Nodes(request.Kind, record))));
    }

    public async Task UpdateAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "UpdateOptions");
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        JsonObject given = ObjectDecoder.Parse(body, ObjectDecoder.MediaType(request.Http.Request.ContentType)).Root as JsonObject
            ?? throw ApiErrors.BadRequest("a Scale was expected");
        await ChangeAsync(request, _ => given).ConfigureAwait(false);
    }

    public async Task PatchAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "PatchOptions");
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        string type = ObjectDecoder.MediaType(request.Http.Request.ContentType);
        Func<JsonObject, JsonObject> change = PatchHandler.Change(request, type == "application/apply-patch+yaml" ? "application/merge-patch+json" : type, body);
        await ChangeAsync(request, change).ConfigureAwait(false);
    }

    private async Task ChangeAsync(ApiRequest request, Func<JsonObject, JsonObject> change)
    {
        StoredRecord record = await updater.UpdateAsync(request.Kind, request.Namespace, request.Name, WriteIntent.Of(request), live =>
        {
            JsonObject shown = ScaleView.Of(request.Kind, live);
            string version = ObjectMeta.ResourceVersion(shown);
            JsonObject scale = change(shown);
            string given = ObjectMeta.ResourceVersion(scale);
            JsonObject metadata = ObjectMeta.Of(live);
            metadata.Remove("resourceVersion");
            if (given.Length > 0 && given != version)
            {
                metadata["resourceVersion"] = given;
            }

            ScaleView.SetReplicas(request.Kind, live, scale);
            return live;
        }).ConfigureAwait(false);
        await Respond.JsonAsync(request.Http, 200, ObjectBytes.Of(ScaleView.Of(request.Kind, ObjectForm.Nodes(request.Kind, record)))).ConfigureAwait(false);
    }
}
