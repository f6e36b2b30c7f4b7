using System.Text.Json.Nodes;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Ownership;

namespace Legator.LocalCluster.Patching;

/// <summary>
/// Strategic merge patch for built-in kinds: lists of known shape merge by their keys, <c>$patch</c> directives delete or replace,
/// <c>$deleteFromPrimitiveList</c>, <c>$setElementOrder</c> and <c>$retainKeys</c> mean what they mean to kubectl.
/// </summary>
internal static class StrategicPatch
{
    private const string Directive = "$patch";
    private const string DeletePrimitives = "$deleteFromPrimitiveList/";
    private const string ElementOrder = "$setElementOrder/";
    private const string RetainKeys = "$retainKeys";

    public static JsonObject Apply(JsonObject target, JsonObject patch, FieldShape shape)
    {
        if (ObjectMeta.Text(patch, Directive) == "replace")
        {
            JsonObject replaced = (JsonObject)patch.DeepClone();
            replaced.Remove(Directive);
            return replaced;
        }

        Retain(target, patch);
        foreach ((string name, JsonNode? value) in patch)
        {
            if (name is Directive or RetainKeys || name.StartsWith(ElementOrder, StringComparison.Ordinal))
            {
                continue;
            }

            if (name.StartsWith(DeletePrimitives, StringComparison.Ordinal))
            {
                DeleteFrom(target, name[DeletePrimitives.Length..], value as JsonArray);
                continue;
            }

            Field(target, name, value, shape.Property(name));
        }

        foreach ((string name, JsonNode? order) in patch)
        {
            if (name.StartsWith(ElementOrder, StringComparison.Ordinal) && target[name[ElementOrder.Length..]] is JsonArray list && order is JsonArray wanted)
            {
                string field = name[ElementOrder.Length..];
                target[field] = Ordered(list, wanted, shape.Property(field));
            }
        }

        return target;
    }

    private static void Field(JsonObject target, string name, JsonNode? value, FieldShape shape)
    {
        switch (value)
        {
            case null:
                target.Remove(name);
                break;
            case JsonObject map when ObjectMeta.Text(map, Directive) == "delete":
                target.Remove(name);
                break;
            case JsonObject map:
                JsonObject into = target[name] as JsonObject ?? [];
                JsonObject merged = Apply(into, map, shape);
                if (!ReferenceEquals(target[name], merged))
                {
                    target[name] = merged;
                }

                break;
            case JsonArray list when shape.List == ListForm.Map && target[name] is JsonArray current && shape.PatchKey(list) is { } key:
                MergeList(current, list, key, shape.Items);
                break;
            case JsonArray list when shape.List == ListForm.Set && target[name] is JsonArray current:
                foreach (JsonNode? item in list.Where(i => !current.Any(c => JsonNode.DeepEquals(c, i))))
                {
                    current.Add(item?.DeepClone());
                }

                break;
            case JsonArray list:
                target[name] = WithoutDirectives(list, shape);
                break;
            default:
                target[name] = value.DeepClone();
                break;
        }
    }

    private static JsonArray WithoutDirectives(JsonArray list, FieldShape shape)
    {
        JsonArray plain = [];
        foreach (JsonNode? item in list)
        {
            if (item is not JsonObject map)
            {
                plain.Add(item?.DeepClone());
            }
            else if (ObjectMeta.Text(map, Directive).Length == 0)
            {
                plain.Add((JsonNode)Apply([], map, shape.Items));
            }
        }

        return plain;
    }

    private static void MergeList(JsonArray current, JsonArray patch, string key, FieldShape items)
    {
        foreach (JsonObject change in patch.OfType<JsonObject>())
        {
            string directive = ObjectMeta.Text(change, Directive);
            if (directive == "replace")
            {
                current.Clear();
                continue;
            }

            int at = IndexOf(current, key, change[key]);
            if (directive == "delete")
            {
                if (at >= 0)
                {
                    current.RemoveAt(at);
                }
            }
            else if (at >= 0)
            {
                Apply((JsonObject)current[at]!, change, items);
            }
            else
            {
                current.Add((JsonNode)Apply([], change, items));
            }
        }
    }

    private static int IndexOf(JsonArray list, string key, JsonNode? value)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject item && JsonNode.DeepEquals(item[key], value))
            {
                return i;
            }
        }

        return -1;
    }

    private static void DeleteFrom(JsonObject target, string name, JsonArray? values)
    {
        if (target[name] is JsonArray list && values is not null)
        {
            target[name] = new JsonArray([.. list.Where(i => !values.Any(v => JsonNode.DeepEquals(v, i))).Select(i => i?.DeepClone())]);
        }
    }

    private static void Retain(JsonObject target, JsonObject patch)
    {
        if (patch[RetainKeys] is JsonArray keep)
        {
            HashSet<string> names = [.. keep.Select(k => k?.ToString() ?? "")];
            foreach (string name in target.Select(p => p.Key).Where(k => !names.Contains(k)).ToArray())
            {
                target.Remove(name);
            }
        }
    }

    // Items that the order does not name keep their places at the end.
    private static JsonArray Ordered(JsonArray list, JsonArray order, FieldShape shape)
    {
        string? key = shape.List == ListForm.Map ? shape.PatchKey(order) : null;
        int Rank(JsonNode? item)
        {
            for (int i = 0; i < order.Count; i++)
            {
                if (key is null ? JsonNode.DeepEquals(order[i], item) : JsonNode.DeepEquals((order[i] as JsonObject)?[key], (item as JsonObject)?[key]))
                {
                    return i;
                }
            }

            return int.MaxValue;
        }

        return new JsonArray([.. list.OrderBy(Rank).Select(i => i?.DeepClone())]);
    }
}
