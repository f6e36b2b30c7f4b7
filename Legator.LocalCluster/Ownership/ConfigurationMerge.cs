using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Ownership;

/// <summary>Merges an applied configuration into the live object, and takes out what the manager no longer applies.</summary>
internal static class ConfigurationMerge
{
    public static JsonNode? Merge(JsonNode? live, JsonNode? applied, FieldShape shape)
    {
        switch (applied)
        {
            case JsonObject map when live is JsonObject target && !shape.AtomicMap:
                foreach ((string field, JsonNode? value) in map)
                {
                    JsonNode? before = target[field];
                    JsonNode? after = Merge(before, value, shape.Property(field));
                    if (!ReferenceEquals(before, after) || !target.ContainsKey(field))
                    {
                        target[field] = after;
                    }
                }

                return target;
            case JsonArray list when live is JsonArray target && shape.List != ListForm.Atomic
                && FieldComparison.Index(target, shape) is { } old && FieldComparison.Index(list, shape) is { } wanted:
                return MergeLists(target, old, wanted, shape);
            default:
                return applied?.DeepClone();
        }
    }

    /// <summary>Removes from the object the paths that were given up and that nobody keeps.</summary>
    public static void Prune(JsonNode? node, FieldSet givenUp, FieldSet kept, FieldShape shape)
    {
        foreach ((string step, FieldSet lost) in givenUp.Children)
        {
            FieldSet? keep = kept.Children.GetValueOrDefault(step);
            bool owned = keep is not null && !keep.IsEmpty;
            switch (node)
            {
                case JsonObject map when step.StartsWith("f:", StringComparison.Ordinal):
                    PruneField(map, step[2..], lost, keep, owned, shape.Property(step[2..]));
                    break;
                case JsonArray list when FieldComparison.Index(list, shape) is { } items && items.TryGetValue(step, out JsonNode? item):
                    if (lost.Member && !owned)
                    {
                        list.Remove(item);
                    }
                    else
                    {
                        Prune(item, lost, keep ?? new FieldSet(), shape.Items);
                    }

                    break;
            }
        }
    }

    private static void PruneField(JsonObject map, string field, FieldSet lost, FieldSet? keep, bool owned, FieldShape shape)
    {
        if (!map.ContainsKey(field))
        {
            return;
        }

        if (lost.Member && !owned)
        {
            map.Remove(field);
            return;
        }

        Prune(map[field], lost, keep ?? new FieldSet(), shape);
        bool empty = map[field] is JsonObject { Count: 0 } or JsonArray { Count: 0 };
        if (empty && !owned && lost.Children.Count > 0)
        {
            map.Remove(field);
        }
    }

    // Applied items come in their own order when they cover the live ones; otherwise live order stands and new ones follow.
    private static JsonArray MergeLists(JsonArray target, Dictionary<string, JsonNode?> old, Dictionary<string, JsonNode?> wanted, FieldShape shape)
    {
        IEnumerable<string> order = old.Keys.All(wanted.ContainsKey) ? wanted.Keys : old.Keys.Union(wanted.Keys);
        string[] keys = [.. order];
        target.Clear();
        foreach (string key in keys)
        {
            JsonNode? live = old.GetValueOrDefault(key);
            target.Add(wanted.TryGetValue(key, out JsonNode? item) ? old.ContainsKey(key) ? Merge(live, item, shape.Items) : item?.DeepClone() : live);
        }

        return target;
    }
}
