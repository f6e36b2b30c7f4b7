using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Discovery;

/// <summary>The aggregated discovery documents (apidiscovery.k8s.io): everything in one answer.</summary>
internal static class AggregatedDiscovery
{
    public static byte[] Of(KindCatalog catalog, bool core, string version)
    {
        IEnumerable<JsonNode> groups = core
            ? [Group("", catalog.All.Where(k => k.Group.Length == 0))]
            : GroupVersions.Named(catalog).Select(g => (JsonNode)Group(g.Key, g));
        return ObjectBytes.Of(new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList",
            ["apiVersion"] = $"apidiscovery.k8s.io/{version}",
            ["metadata"] = new JsonObject(),
            ["items"] = new JsonArray([.. groups]),
        });
    }

    private static JsonObject Group(string name, IEnumerable<ResourceKind> kinds)
    {
        ResourceKind[] all = [.. kinds];
        JsonObject metadata = new() { ["creationTimestamp"] = null };
        if (name.Length > 0)
        {
            metadata["name"] = name;
        }

        return new JsonObject
        {
            ["metadata"] = metadata,
            ["versions"] = new JsonArray([.. GroupVersions.Versions(all).Select(v => (JsonNode)Version(v, all.Where(k => k.Version == v)))]),
        };
    }

    private static JsonObject Version(string version, IEnumerable<ResourceKind> kinds) => new()
    {
        ["version"] = version,
        ["resources"] = new JsonArray([.. kinds.OrderBy(k => k.Plural, StringComparer.Ordinal).Select(k => (JsonNode)Resource(k))]),
        ["freshness"] = "Current",
    };

    private static JsonObject Resource(ResourceKind kind)
    {
        JsonObject entry = new()
        {
            ["resource"] = kind.Plural,
            ["responseKind"] = Kind(kind.Group, kind.Version, kind.Kind),
            ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = kind.Singular,
            ["verbs"] = Texts(ServedVerbs.Of(kind)),
        };
        if (kind.ShortNames.Count > 0)
        {
            entry["shortNames"] = Texts(kind.ShortNames);
        }

        if (kind.Categories.Count > 0)
        {
            entry["categories"] = Texts(kind.Categories);
        }

        JsonNode[] subresources = [.. ServedVerbs.SubresourcesOf(kind).Select(s => (JsonNode)new JsonObject
        {
            ["subresource"] = s.Name,
            ["responseKind"] = s.Version.Length > 0 ? Kind(s.Group, s.Version, s.Kind) : Kind(kind.Group, kind.Version, s.Kind),
            ["verbs"] = Texts(s.Verbs),
        })];
        if (subresources.Length > 0)
        {
            entry["subresources"] = new JsonArray(subresources);
        }

        return entry;
    }

    private static JsonObject Kind(string group, string version, string kind) => new() { ["group"] = group, ["version"] = version, ["kind"] = kind };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
