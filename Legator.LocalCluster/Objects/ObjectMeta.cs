using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Objects;

/// <summary>Reads and writes the metadata of an object held as nodes.</summary>
internal static class ObjectMeta
{
    public static JsonObject Of(JsonObject resource)
    {
        if (resource["metadata"] is JsonObject metadata)
        {
            return metadata;
        }

        JsonObject created = [];
        resource["metadata"] = created;
        return created;
    }

    public static string Text(JsonObject? map, string name) =>
        map is not null && map.TryGetPropertyValue(name, out JsonNode? node) && node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    public static string Name(JsonObject resource) => Text(resource["metadata"] as JsonObject, "name");

    public static string Namespace(JsonObject resource) => Text(resource["metadata"] as JsonObject, "namespace");

    public static string Uid(JsonObject resource) => Text(resource["metadata"] as JsonObject, "uid");

    public static string ResourceVersion(JsonObject resource) => Text(resource["metadata"] as JsonObject, "resourceVersion");

    public static long Generation(JsonObject resource) => Whole(Of(resource)["generation"]);

    public static bool IsDeleting(JsonObject resource) => Text(resource["metadata"] as JsonObject, "deletionTimestamp").Length > 0;

    public static long Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long whole) ? whole : 0;

    public static IEnumerable<string> Finalizers(JsonObject resource) =>
        (Of(resource)["finalizers"] as JsonArray)?.Select(n => n is JsonValue v && v.TryGetValue(out string? s) ? s : "") ?? [];

    public static bool HasFinalizers(JsonObject resource) => Of(resource)["finalizers"] is JsonArray { Count: > 0 };

    public static void RemoveFinalizer(JsonObject resource, string finalizer)
    {
        string[] left = [.. Finalizers(resource).Where(f => f != finalizer)];
        if (left.Length == 0)
        {
            Of(resource).Remove("finalizers");
        }
        else
        {
            Of(resource)["finalizers"] = new JsonArray([.. left.Select(f => (JsonNode)f)]);
        }
    }

    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Copies a metadata field from one object to another, or removes it where the source has none.</summary>
    public static void Carry(JsonObject from, JsonObject to, string name)
    {
        if (from.TryGetPropertyValue(name, out JsonNode? value) && value is not null)
        {
            to[name] = value.DeepClone();
        }
        else
        {
            to.Remove(name);
        }
    }
}
