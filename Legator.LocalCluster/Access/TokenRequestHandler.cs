using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Access;

/// <summary>Serves serviceaccounts/{name}/token.</summary>
internal sealed class TokenRequestHandler(ObjectStore store, TokenIssuer issuer)
{
    private const long DefaultSeconds = 3600;
    private const long MinSeconds = 600;
    private const long MaxSeconds = 365L * 24 * 3600;

    public async Task CreateAsync(ApiRequest request)
    {
        StoredRecord record = store.Find(request.Kind, request.Namespace, request.Name) ?? throw ApiErrors.NotFound(request.Kind, request.Name);
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        JsonObject given = body.Length == 0 ? [] : ObjectDecoder.Parse(body, ObjectDecoder.MediaType(request.Http.Request.ContentType)).Root as JsonObject ?? [];
        JsonObject spec = given["spec"] as JsonObject ?? [];
        long seconds = spec["expirationSeconds"] is JsonValue value && value.TryGetValue(out long wanted) ? wanted : DefaultSeconds;
        if (seconds < MinSeconds)
        {
            throw ApiErrors.Invalid("TokenRequest", "authentication.k8s.io", request.Name, [StatusCause.Invalid(
                "spec.expirationSeconds", ObjectStore.VersionText(seconds), "may not specify a duration less than 10 minutes")]);
        }

        seconds = Math.Min(seconds, MaxSeconds);
        string[] audiences = [.. (spec["audiences"] as JsonArray ?? []).Select(a => a?.ToString() ?? "")];
        audiences = audiences.Length == 0 ? [TokenIssuer.Issuer] : audiences;
        (string token, DateTimeOffset expires) = issuer.Issue(
            request.Namespace, request.Name, ObjectFacts.Of(record).Uid, audiences, TimeSpan.FromSeconds(seconds));
        JsonObject answer = new()
        {
            ["kind"] = "TokenRequest",
            ["apiVersion"] = "authentication.k8s.io/v1",
            ["metadata"] = new JsonObject { ["name"] = request.Name, ["namespace"] = request.Namespace },
            ["spec"] = new JsonObject { ["audiences"] = new JsonArray([.. audiences.Select(a => (JsonNode)a)]), ["expirationSeconds"] = seconds },
            ["status"] = new JsonObject { ["token"] = token, ["expirationTimestamp"] = ObjectMeta.Timestamp(expires) },
        };
        await Respond.JsonAsync(request.Http, 201, ObjectBytes.Of(answer)).ConfigureAwait(false);
    }
}
