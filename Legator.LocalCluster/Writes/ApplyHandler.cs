using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Ownership;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Writes;

/// <summary>Serves server-side apply: merges a configuration into what is there, or creates it.</summary>
internal sealed class ApplyHandler(ObjectStore store, ObjectCreator creator, ObjectUpdater updater, FieldOwnership ownership, TimeProvider time)
{
    public async Task<(int Code, StoredRecord Record)> ApplyAsync(ApiRequest request, byte[] body)
    {
        if (request.Query("fieldManager").Length == 0)
        {
            throw ApiErrors.Invalid("PatchOptions", "meta.k8s.io", "", [StatusCause.Required("fieldManager", "is required for apply patch")]);
        }

        JsonObject configuration = Decode(request, body);
        WriteIntent intent = WriteIntent.Of(request) with { Applied = true };
        bool force = request.Flag("force");
        string now = ObjectMeta.Timestamp(time.GetUtcNow());
        if (store.Find(request.Kind, request.Namespace, request.Name) is null)
        {
            if (request.Target.Subresource.Length > 0)
            {
                throw ApiErrors.NotFound(request.Kind, request.Name);
            }

            JsonObject empty = new() { ["apiVersion"] = request.Kind.ApiVersion, ["kind"] = request.Kind.Kind, ["metadata"] = new JsonObject() };
            JsonObject created = ownership.Apply(request.Kind, empty, configuration, intent, force, now);
            return (201, await creator.CreateAsync(request.Kind, created, intent).ConfigureAwait(false));
        }

        StoredRecord record = await updater.UpdateAsync(
            request.Kind, request.Namespace, request.Name, intent,
            live => ownership.Apply(request.Kind, live, configuration, intent, force, now)).ConfigureAwait(false);
        return (200, record);
    }

    // Apply cannot own what does not fit the declared types, so that is refused whatever fieldValidation says.
    private static void RequireDeclared(ApiRequest request, JsonObject configuration)
    {
        if ((request.Kind.Custom?.Schema ?? request.Kind.Builtin?.Schema) is { } schema && TypedValue.Problems(configuration, schema.Root) is { Count: > 0 } problems)
        {
            string text = problems.Count == 1 ? problems[0] : "errors:\n" + string.Join('\n', problems.Select(p => "  " + p));
            string gvk = $"{request.Kind.Group}/{request.Kind.Version}, Kind={request.Kind.Kind}";
            string where = request.Kind.Namespaced ? $"{request.Namespace}/{request.Name}" : $"/{request.Name}";
            throw new ApiException(500, "", $"failed to create typed patch object ({where}; {gvk}): {text}");
        }

        ObjectAdmission.Unknown(request.Kind, configuration);
    }

    private static JsonObject Decode(ApiRequest request, byte[] body)
    {
        ParsedJson parsed;
        try
        {
            parsed = ObjectDecoder.Decode(body, "application/apply-patch+yaml", request.Kind);
        }
        catch (JsonException error)
        {
            throw ApiErrors.BadRequest("error decoding YAML: " + error.Message);
        }

        JsonObject configuration = (JsonObject)parsed.Root!;
        RequireDeclared(request, configuration);
        JsonObject metadata = ObjectMeta.Of(configuration);
        if (metadata["managedFields"] is not null)
        {
            throw ApiErrors.BadRequest("metadata.managedFields must be nil");
        }

        string name = ObjectMeta.Name(configuration);
        if (name.Length > 0 && name != request.Name)
        {
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({request.Name})");
        }

        metadata["name"] = request.Name;
        NamespaceGate.Settle(request, configuration);
        metadata.Remove("creationTimestamp");
        return configuration;
    }
}
