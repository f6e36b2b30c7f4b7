using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Removes fields that the schema does not know, in place, and tells their paths.</summary>
internal sealed class SchemaPruner
{
    private readonly FieldPath path = new();
    private List<string>? unknown;

    /// <summary>Prunes an object; the answer holds the dotted paths that were removed, sorted.</summary>
    public static IReadOnlyList<string> Prune(JsonObject root, StructuralSchema schema)
    {
        var pruner = new SchemaPruner();
        pruner.Object(root, schema, resource: true);
        pruner.unknown?.Sort(StringComparer.Ordinal);
        return pruner.unknown ?? [];
    }

    private void Value(JsonNode? value, StructuralSchema schema)
    {
        switch (value)
        {
            case JsonObject map:
                Object(map, schema, schema.EmbeddedResource);
                break;
            case JsonArray list when schema.Items is { } items:
                List(list, items);
                break;
        }
    }

    private void List(JsonArray list, StructuralSchema items)
    {
        for (var i = 0; i < list.Count; i++)
        {
            path.Push(i);
            Value(list[i], items);
            path.Pop();
        }
    }

    private void Object(JsonObject map, StructuralSchema schema, bool resource)
    {
        List<string>? dropped = null;
        foreach (var (name, child) in map)
        {
            if (resource && name is ("apiVersion" or "kind" or "metadata"))
            {
                continue;
            }
            if ((schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { } property)
            {
                path.Push(name);
                Value(child, property);
                path.Pop();
            }
            else if (!schema.PreserveUnknownFields)
            {
                (dropped ??= []).Add(name);
            }
        }
        foreach (var name in dropped ?? [])
        {
            map.Remove(name);
            (unknown ??= []).Add(path.Child(name));
        }
    }
}
