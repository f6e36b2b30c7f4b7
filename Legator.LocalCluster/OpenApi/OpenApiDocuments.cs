using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.OpenApi;

/// <summary>All API descriptions of one catalog. Made anew when the catalog changes; each document is built when it is first asked for.</summary>
/// <param name="resources">What is served.</param>
/// <param name="version">The version that the server says it is.</param>
internal sealed class OpenApiDocuments(IReadOnlyList<OpenApiResource> resources, string version)
{
    private const string ProtobufType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private readonly Lazy<(OpenApiContent Json, OpenApiContent Protobuf)> v2 = new(() => BuildV2(resources, version));
    private readonly ConcurrentDictionary<string, Lazy<OpenApiContent?>> v3 = new(StringComparer.Ordinal);
    private readonly Lazy<string[]> groupVersions = new(() => [.. resources.Select(r => r.GroupVersionPath).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>The v2 document in the form that the Accept header asks for. kubectl reads the protobuf form only.</summary>
    public OpenApiContent V2(string? accept) =>
        accept is not null && accept.Contains("proto-openapi.spec.v2", StringComparison.Ordinal) ? v2.Value.Protobuf : v2.Value.Json;

    /// <summary>The index at <c>/openapi/v3</c>.</summary>
    public OpenApiContent V3Index() => v3.GetOrAdd("", _ => new Lazy<OpenApiContent?>(() => Json(Index()))).Value!;

    /// <summary>The document of a path such as <c>apis/apps/v1</c>; null where nothing is served there.</summary>
    public OpenApiContent? V3(string groupVersionPath) =>
        groupVersions.Value.Contains(groupVersionPath) ? v3.GetOrAdd(groupVersionPath, path => new Lazy<OpenApiContent?>(() => BuildV3(path))).Value : null;

    private OpenApiContent BuildV3(string path) =>
        new(Bytes(OpenApiV3Document.Build(On(path), version)), "application/json", Fingerprint(path));

    private JsonObject Index()
    {
        var paths = groupVersions.Value.Select(path => KeyValuePair.Create(path, (JsonNode?)new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}?hash={Fingerprint(path)}" }));
        return new JsonObject { ["paths"] = new JsonObject(paths) };
    }

    private IEnumerable<OpenApiResource> On(string path) => resources.Where(r => r.GroupVersionPath == path);

    // Made from what the document is made of, so that the index need not build every document.
    private string Fingerprint(string path)
    {
        var facts = new StringBuilder(version).Append(typeof(OpenApiDocuments).Module.ModuleVersionId);
        foreach (var resource in On(path))
        {
            facts.Append(resource with { CustomSchema = null }).Append(resource.CustomSchema?.ToJsonString());
        }
        return Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(facts.ToString())));
    }

    private static (OpenApiContent, OpenApiContent) BuildV2(IReadOnlyList<OpenApiResource> resources, string version)
    {
        var document = OpenApiV2Document.Build(resources, version);
        var json = Json(document);
        return (json, new OpenApiContent(OpenApiV2Protobuf.Write(document), ProtobufType, json.Hash));
    }

    private static OpenApiContent Json(JsonObject document)
    {
        var body = Bytes(document);
        return new OpenApiContent(body, "application/json", Convert.ToHexString(SHA512.HashData(body)));
    }

    private static byte[] Bytes(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());
}
