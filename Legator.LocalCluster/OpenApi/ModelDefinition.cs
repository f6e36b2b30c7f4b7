using System.Text.Json.Nodes;
using k8s.Models;
using Legator.LocalCluster.Schemas;
using Legator.LocalCluster.Schemas.BuiltIn;

namespace Legator.LocalCluster.OpenApi;

/// <summary>Describes a built-in type as an OpenAPI definition.</summary>
internal static class ModelDefinition
{
    public static JsonObject ApiVersion() => new() { ["description"] = "Group and version of this representation of the object.", ["type"] = "string" };

    public static JsonObject Kind() => new() { ["description"] = "The kind of the object.", ["type"] = "string" };

    public static JsonObject Of(Type model, DefinitionSet definitions)
    {
        var name = BuiltInModels.ShortName(model);
        var properties = new JsonObject();
        foreach (var (field, type) in BuiltInModels.Fields(model).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            properties[field] = Field(name, field, type, definitions);
        }
        var definition = new JsonObject { ["type"] = "object" };
        if (FieldTexts.OfType(name) is { } description)
        {
            definition["description"] = description;
        }
        if (BuiltInRequired.Of(name) is { Length: > 0 } required)
        {
            definition["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        }
        definition["properties"] = properties;
        if (BuiltInMerges.IsAtomic(name))
        {
            definition["x-kubernetes-map-type"] = "atomic";
        }
        return definition;
    }

    private static JsonObject Field(string owner, string field, Type type, DefinitionSet definitions)
    {
        var schema = Schema(type, definitions);
        if (FieldTexts.OfField(owner, field) is { } text)
        {
            schema["description"] = text;
        }
        if (BuiltInMerges.For(owner, field) is { } merge)
        {
            AddMerge(schema, merge);
        }
        return schema;
    }

    private static void AddMerge(JsonObject schema, FieldMerge merge)
    {
        if (merge.Kind != ListKind.Atomic)
        {
            schema["x-kubernetes-list-type"] = merge.Kind == ListKind.Map ? "map" : "set";
        }
        if (merge.Keys.Length > 0)
        {
            schema["x-kubernetes-list-map-keys"] = new JsonArray([.. merge.Keys.Select(k => (JsonNode)k)]);
        }
        if (merge.PatchKey is not null)
        {
            schema["x-kubernetes-patch-merge-key"] = merge.PatchKey;
        }
        if (merge.PatchStrategy is not null)
        {
            schema["x-kubernetes-patch-strategy"] = merge.PatchStrategy;
        }
    }

    private static JsonObject Schema(Type type, DefinitionSet definitions)
    {
        if (BuiltInModels.ItemType(type) is { } item)
        {
            return new JsonObject { ["type"] = "array", ["items"] = Schema(item, definitions) };
        }
        if (BuiltInModels.ValueType(type) is { } value)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Schema(value, definitions) };
        }
        return BuiltInModels.IsModel(type) ? definitions.Reference(type) : Scalar(Nullable.GetUnderlyingType(type) ?? type);
    }

    private static JsonObject Scalar(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => Typed("boolean"),
        TypeCode.Int32 => Typed("integer", "int32"),
        TypeCode.Int64 => Typed("integer", "int64"),
        TypeCode.Double => Typed("number", "double"),
        TypeCode.DateTime => Typed("string", "date-time"),
        _ when type == typeof(IntOrString) => Typed("string", "int-or-string"),
        _ when type == typeof(byte[]) => Typed("string", "byte"),
        _ when type == typeof(object) => [],
        _ => Typed("string"),
    };

    private static JsonObject Typed(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }
        return schema;
    }
}
