using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.Schemas;

/// <summary>Holds an applied configuration to the declared types. Other texts than validation has: this is what server-side apply says before it merges anything.</summary>
internal sealed class TypedValue
{
    private readonly List<string> problems = [];

    /// <summary>What does not fit, one line each, with paths that begin with a dot.</summary>
    public static IReadOnlyList<string> Problems(JsonObject configuration, StructuralSchema schema)
    {
        var check = new TypedValue();
        check.Map(configuration, schema, "", resource: true);
        return check.problems;
    }

    private void Value(JsonNode? value, StructuralSchema schema, string path)
    {
        if (value is null)
        {
            return;
        }
        if (Misfit(value, schema.Types) is { } misfit)
        {
            problems.Add($"{path}: {misfit}");
            return;
        }
        switch (value)
        {
            case JsonObject map:
                Map(map, schema, path, schema.EmbeddedResource);
                break;
            case JsonArray list when schema.Items is { } items:
                for (var i = 0; i < list.Count; i++)
                {
                    Value(list[i], items, $"{path}[{Step(list[i], i, schema)}]");
                }
                break;
        }
    }

    // The real server prints what it got in four different ways.
    private static string? Misfit(JsonNode value, SchemaTypes types)
    {
        var kind = value.GetValueKind();
        return types switch
        {
            SchemaTypes.String when kind != JsonValueKind.String => $"expected string, got &value.valueUnstructured{{Value:{GoFormat.Syntax(value)}}}",
            SchemaTypes.Boolean when kind is not (JsonValueKind.True or JsonValueKind.False) => $"expected boolean, got &{{{GoFormat.Plain(value)}}}",
            SchemaTypes.Integer or SchemaTypes.Number when kind != JsonValueKind.Number => $"expected numeric (int or float), got {GoFormat.TypeName(value)}",
            SchemaTypes.Array when kind != JsonValueKind.Array => $"expected list, got &{{{GoFormat.Plain(value)}}}",
            SchemaTypes.Object when kind != JsonValueKind.Object => $"expected map, got &{{{GoFormat.Plain(value)}}}",
            _ => null,
        };
    }

    private static string Step(JsonNode? item, int index, StructuralSchema schema) => schema.ListKind switch
    {
        ListKind.Map when item is JsonObject map => string.Join(',', schema.ListMapKeys.Select(k => $"{k}={GoFormat.Value(map[k] ?? schema.Items!.Properties.GetValueOrDefault(k)?.Default)}")),
        ListKind.Set => "=" + GoFormat.Value(item),
        _ => index.ToString(CultureInfo.InvariantCulture),
    };

    private void Map(JsonObject map, StructuralSchema schema, string path, bool resource)
    {
        foreach (var (name, child) in map)
        {
            var place = $"{path}.{name}";
            if (resource && name is ("apiVersion" or "kind"))
            {
                continue;
            }
            if (resource && name == "metadata")
            {
                Value(child, BuiltInSchemas.Of(typeof(V1ObjectMeta)), place);
            }
            else if ((schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { } property)
            {
                Value(child, property, place);
            }
            else if (!schema.PreserveUnknownFields)
            {
                problems.Add($"{place}: field not declared in schema");
            }
        }
    }
}
