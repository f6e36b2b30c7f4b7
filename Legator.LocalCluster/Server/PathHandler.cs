using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Discovery;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Server;

/// <summary>Serves what is no resource: health, version, the index and discovery.</summary>
internal sealed class PathHandler(KindRegistry registry, DiscoveryHandler discovery, OpenApiHandler descriptions)
{
    public const string Version = "v1.36.0+legator";

    private static readonly byte[] _version = ObjectBytes.Of(new JsonObject
    {
        ["major"] = "1",
        ["minor"] = "36",
        ["gitVersion"] = Version,
        ["gitCommit"] = "",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "1970-01-01T00:00:00Z",
        ["goVersion"] = "",
        ["compiler"] = "",
        ["platform"] = "linux/amd64",
    });

    /// <summary>Paths that need no token.</summary>
    public static bool IsOpen(string path) =>
        path is "/healthz" or "/livez" or "/readyz" or "/version" or "/version/" || path.StartsWith("/healthz/", StringComparison.Ordinal)
        || path.StartsWith("/livez/", StringComparison.Ordinal) || path.StartsWith("/readyz/", StringComparison.Ordinal);

    public async Task ServeAsync(HttpContext http, string path)
    {
        if (path is "/version" or "/version/")
        {
            await Respond.JsonAsync(http, 200, _version).ConfigureAwait(false);
        }
        else if (IsOpen(path))
        {
            await Respond.TextAsync(http, 200, "ok").ConfigureAwait(false);
        }
        else if (path == "/")
        {
            await Respond.JsonAsync(http, 200, Index()).ConfigureAwait(false);
        }
        else if (!await discovery.TryServeAsync(http, path).ConfigureAwait(false) && !await descriptions.TryServeAsync(http, path).ConfigureAwait(false))
        {
            await Respond.TextAsync(http, 404, "404 page not found\n").ConfigureAwait(false);
        }
    }

    private byte[] Index()
    {
        IEnumerable<string> groups = registry.Current.All
            .SelectMany(k => k.Group.Length == 0 ? (string[])["/api", "/api/" + k.Version] : ["/apis", "/apis/" + k.Group, $"/apis/{k.Group}/{k.Version}"]);
        IEnumerable<string> paths = groups.Concat(["/healthz", "/livez", "/readyz", "/openapi/v2", "/openapi/v3", "/version"]).Distinct().Order(StringComparer.Ordinal);
        return ObjectBytes.Of(new JsonObject { ["paths"] = new JsonArray([.. paths.Select(p => (JsonNode)p)]) });
    }
}
