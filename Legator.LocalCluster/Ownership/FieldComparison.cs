using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Ownership;

/// <summary>Finds which fields one version of an object added, changed and removed against another.</summary>
internal sealed class FieldComparison
{
    private readonly List<string> _path = [];

    private FieldComparison()
    {
    }

    public FieldSet Added { get; } = new();

    public FieldSet Modified { get; } = new();

    public FieldSet Removed { get; } = new();

    public bool IsSame => Added.IsEmpty && Modified.IsEmpty && Removed.IsEmpty;

    public static FieldComparison Of(JsonObject? before, JsonObject after, FieldShape shape, string subresource, bool hasStatus)
    {
        FieldComparison comparison = new();
        foreach (string field in Names(before, after))
        {
            if (!FieldScope.InRoot(field, subresource, hasStatus))
            {
                continue;
            }

            if (field == "metadata")
            {
                comparison.Metadata(before?["metadata"] as JsonObject, after["metadata"] as JsonObject, shape.Property("metadata"));
            }
            else
            {
                comparison.Child(before, after, field, shape.Property(field));
            }
        }

        return comparison;
    }

    private void Metadata(JsonObject? before, JsonObject? after, FieldShape shape)
    {
        _path.Add("f:metadata");
        foreach (string field in Names(before, after))
        {
            if (FieldScope.InMetadata(field))
            {
                Child(before, after, field, shape.Property(field));
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private static IEnumerable<string> Names(JsonObject? before, JsonObject? after)
    {
        foreach ((string name, JsonNode? _) in after ?? [])
        {
            yield return name;
        }

        foreach ((string name, JsonNode? _) in before ?? [])
        {
            if (after is null || !after.ContainsKey(name))
            {
                yield return name;
            }
        }
    }

    private void Child(JsonObject? before, JsonObject? after, string field, FieldShape shape)
    {
        _path.Add("f:" + field);
        bool was = before is not null && before.ContainsKey(field);
        bool now = after is not null && after.ContainsKey(field);
        Compare(was, before?[field], now, after?[field], shape);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Compare(bool was, JsonNode? before, bool now, JsonNode? after, FieldShape shape)
    {
        if (was && now && before is JsonObject oldMap && after is JsonObject newMap && !shape.AtomicMap)
        {
            foreach (string field in Names(oldMap, newMap))
            {
                Child(oldMap, newMap, field, shape.Property(field));
            }
        }
        else if (was && now && before is JsonArray oldList && after is JsonArray newList && shape.List != ListForm.Atomic)
        {
            Lists(oldList, newList, shape);
        }
        else if (was && now)
        {
            if (!JsonNode.DeepEquals(before, after))
            {
                Modified.Insert(_path);
            }
        }
        else
        {
            Everything(now ? Added : Removed, now ? after : before, shape);
        }
    }

    private void Lists(JsonArray before, JsonArray after, FieldShape shape)
    {
        if (Index(before, shape) is not { } old || Index(after, shape) is not { } current)
        {
            if (!JsonNode.DeepEquals(before, after))
            {
                Modified.Insert(_path);
            }

            return;
        }

        foreach (string key in current.Keys.Union(old.Keys))
        {
            _path.Add(key);
            Compare(old.TryGetValue(key, out JsonNode? was), was, current.TryGetValue(key, out JsonNode? now), now, shape.Items);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    // A container that comes or goes is listed with all that is in it.
    private void Everything(FieldSet into, JsonNode? node, FieldShape shape)
    {
        into.Insert(_path);
        if (node is JsonObject map && !shape.AtomicMap)
        {
            foreach ((string field, JsonNode? child) in map)
            {
                _path.Add("f:" + field);
                Everything(into, child, shape.Property(field));
                _path.RemoveAt(_path.Count - 1);
            }
        }
        else if (node is JsonArray list && shape.List != ListForm.Atomic && Index(list, shape) is { } items)
        {
            foreach ((string key, JsonNode? item) in items)
            {
                _path.Add(key);
                Everything(into, item, shape.Items);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    /// <summary>The items by their step; null when they cannot be told apart, and the list counts as one value.</summary>
    internal static Dictionary<string, JsonNode?>? Index(JsonArray list, FieldShape shape)
    {
        Dictionary<string, JsonNode?> items = new(list.Count, StringComparer.Ordinal);
        foreach (JsonNode? item in list)
        {
            string? key = shape.List == ListForm.Set ? "v:" + (item?.ToJsonString(FieldSet.Compact) ?? "null") : shape.ItemKey(item);
            if (key is null || !items.TryAdd(key, item))
            {
                return null;
            }
        }

        return items;
    }
}
