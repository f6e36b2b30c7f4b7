using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Writes;

/// <summary>How an object is to be deleted.</summary>
internal sealed record DeleteOptions(string? Uid, string? ResourceVersion, PropagationPolicy Policy, bool DryRun)
{
    public static readonly DeleteOptions Plain = new(null, null, PropagationPolicy.Background, false);

    public static async ValueTask<DeleteOptions> ReadAsync(ApiRequest request)
    {
        WriteOptions.Apply(request, "DeleteOptions");
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        JsonObject given = body.Length == 0 ? [] : Parse(request, body);
        JsonObject? preconditions = given["preconditions"] as JsonObject;
        string policy = Pick(ObjectMeta.Text(given, "propagationPolicy"), request.Query("propagationPolicy"));
        bool orphan = given["orphanDependents"] is JsonValue flag ? flag.TryGetValue(out bool on) && on : request.Flag("orphanDependents");
        bool dryRun = request.DryRun || given["dryRun"] is JsonArray { Count: > 0 };
        return new DeleteOptions(
            Text(preconditions, "uid"), Text(preconditions, "resourceVersion"), orphan ? PropagationPolicy.Orphan : ParsePolicy(policy), dryRun);
    }

    private static JsonObject Parse(ApiRequest request, byte[] body)
    {
        try
        {
            return ObjectDecoder.Parse(body, ObjectDecoder.MediaType(request.Http.Request.ContentType)).Root as JsonObject ?? [];
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw ApiErrors.BadRequest("couldn't get version/kind; json parse error: " + error.Message);
        }
    }

    private static string Pick(string first, string second) => first.Length > 0 ? first : second;

    private static string? Text(JsonObject? map, string name) => ObjectMeta.Text(map, name) is { Length: > 0 } text ? text : null;

    private static PropagationPolicy ParsePolicy(string policy) => policy switch
    {
        "" or "Background" => PropagationPolicy.Background,
        "Foreground" => PropagationPolicy.Foreground,
        "Orphan" => PropagationPolicy.Orphan,
        _ => throw ApiErrors.Invalid("DeleteOptions", "meta.k8s.io", "", [StatusCause.NotSupported("propagationPolicy", $"\"{policy}\"", ["Foreground", "Background", "Orphan", "nil"])]),
    };
}
