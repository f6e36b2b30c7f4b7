using System.Text.Json.Nodes;

namespace Legator.Tests.VaultStandIn;

/// <summary>What the server answers.</summary>
internal sealed record StandInAnswer(int Status, JsonObject? Body = null)
{
    public static StandInAnswer Done { get; } = new(204);

    public static StandInAnswer Refused { get; } = Error(403, "permission denied");

    public static StandInAnswer NotFound { get; } = new(404, new JsonObject { ["errors"] = new JsonArray() });

    public static StandInAnswer Error(int status, string text) => new(status, new JsonObject { ["errors"] = new JsonArray(text) });

    public static StandInAnswer Data(JsonObject data, string leaseId = "", long leaseSeconds = 0, bool renewable = false) =>
        new(200, new JsonObject { ["request_id"] = "r", ["lease_id"] = leaseId, ["lease_duration"] = leaseSeconds, ["renewable"] = renewable, ["data"] = data, ["auth"] = null });

    public static StandInAnswer Auth(StandInToken token, TimeProvider time) => new(200, new JsonObject
    {
        ["auth"] = new JsonObject
        {
            ["client_token"] = token.Id,
            ["accessor"] = token.Accessor,
            ["policies"] = new JsonArray([.. token.Policies.Select(p => (JsonNode)p)]),
            ["lease_duration"] = token.Expires == DateTimeOffset.MaxValue ? 0 : (long)(token.Expires - time.GetUtcNow()).TotalSeconds,
            ["renewable"] = token.Type == "service",
            ["token_type"] = token.Type,
        },
    });
}
