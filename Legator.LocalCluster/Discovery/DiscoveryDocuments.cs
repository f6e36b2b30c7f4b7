using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Discovery;

/// <summary>The plain discovery documents: one for each group and version.</summary>
internal static class DiscoveryDocuments
{
    public static byte[] CoreVersions(string serverAddress) => ObjectBytes.Of(new JsonObject
    {
        ["kind"] = "APIVersions",
        ["versions"] = new JsonArray("v1"),
        ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = serverAddress }),
    });

    public static byte[] Groups(KindCatalog catalog) => ObjectBytes.Of(new JsonObject
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. GroupVersions.Named(catalog).Select(g => (JsonNode)GroupOf(g.Key, g))]),
    });

    public static byte[]? Group(KindCatalog catalog, string group)
    {
        ResourceKind[] kinds = [.. catalog.All.Where(k => k.Group == group)];
        if (kinds.Length == 0)
        {
            return null;
        }

        JsonObject document = new() { ["kind"] = "APIGroup", ["apiVersion"] = "v1" };
        foreach ((string field, JsonNode? value) in GroupOf(group, kinds))
        {
            document[field] = value?.DeepClone();
        }

        return ObjectBytes.Of(document);
    }

    public static byte[]? Resources(KindCatalog catalog, string group, string version)
    {
        ResourceKind[] kinds = [.. catalog.All.Where(k => k.Group == group && k.Version == version).OrderBy(k => k.Plural, StringComparer.Ordinal)];
        if (kinds.Length == 0)
        {
            return null;
        }

        return ObjectBytes.Of(new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = kinds[0].ApiVersion,
            ["resources"] = new JsonArray([.. kinds.SelectMany(Resource)]),
        });
    }

    private static JsonObject GroupOf(string group, IEnumerable<ResourceKind> kinds)
    {
        JsonNode[] versions = [.. GroupVersions.Versions(kinds).Select(v => (JsonNode)new JsonObject { ["groupVersion"] = $"{group}/{v}", ["version"] = v })];
        return new JsonObject { ["name"] = group, ["versions"] = new JsonArray(versions), ["preferredVersion"] = versions[0].DeepClone() };
    }

    private static IEnumerable<JsonNode> Resource(ResourceKind kind)
    {
        JsonObject entry = new()
        {
            ["name"] = kind.Plural,
            ["singularName"] = kind.Singular,
            ["namespaced"] = kind.Namespaced,
            ["kind"] = kind.Kind,
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

        if (!kind.CreateOnly)
        {
            entry["storageVersionHash"] = StorageVersionHash.Of(kind);
        }

        yield return entry;
        foreach (ServedSubresource sub in ServedVerbs.SubresourcesOf(kind))
        {
            JsonObject below = new()
            {
                ["name"] = $"{kind.Plural}/{sub.Name}",
                ["singularName"] = "",
                ["namespaced"] = kind.Namespaced,
            };
            if (sub.Version.Length > 0)
            {
                below["group"] = sub.Group;
                below["version"] = sub.Version;
            }

            below["kind"] = sub.Kind;
            below["verbs"] = Texts(sub.Verbs);
            yield return below;
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
