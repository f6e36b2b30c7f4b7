using System.Text.Json.Nodes;
using k8s.Models;

namespace Legator.LocalCluster.OpenApi;

/// <summary>Describes a custom kind by the schema of its CustomResourceDefinition.</summary>
internal static class CustomDefinition
{
    // What OpenAPI v2 has no words for. A client that does not know them would refuse good objects.
    private static readonly string[] NotInV2 = ["oneOf", "anyOf", "allOf", "not", "nullable"];

    /// <summary>The definition for OpenAPI v3: the schema as written.</summary>
    public static JsonObject ForV3(OpenApiResource resource, DefinitionSet definitions) => Complete(resource, definitions, resource.CustomSchema is { } schema ? (JsonObject)Spelled(schema)! : null);

    /// <summary>The definition for OpenAPI v2, which says less.</summary>
    public static JsonObject ForV2(OpenApiResource resource, DefinitionSet definitions) =>
        Complete(resource, definitions, resource.CustomSchema is { } schema ? Reduce(schema) : null);

    private static JsonObject Complete(OpenApiResource resource, DefinitionSet definitions, JsonObject? schema)
    {
        var definition = schema ?? new JsonObject { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true };
        if (!definition.ContainsKey("x-kubernetes-preserve-unknown-fields") || definition.ContainsKey("properties"))
        {
            var properties = definition["properties"] as JsonObject ?? [];
            definition["properties"] = null;
            properties["apiVersion"] = ModelDefinition.ApiVersion();
            properties["kind"] = ModelDefinition.Kind();
            var metadata = definitions.Reference(typeof(V1ObjectMeta));
            metadata["description"] = "Identity of the object and what is known about it.";
            properties["metadata"] = metadata;
            definition["properties"] = new JsonObject(properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        }
        definition["x-kubernetes-group-version-kind"] = new JsonArray(resource.GroupVersionKind(resource.Kind));
        return definition;
    }

    // Clients that do not know the extension learn from the alternatives that both types are meant.
    private static JsonNode? Spelled(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(Spelled)]);
            case JsonObject map:
                var spelled = new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Spelled(p.Value))));
                if (IsTrue(map, "x-kubernetes-int-or-string") && !map.ContainsKey("anyOf"))
                {
                    spelled["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer" }, new JsonObject { ["type"] = "string" });
                }
                return spelled;
            default:
                return node?.DeepClone();
        }
    }

    private static JsonObject Reduce(JsonObject schema)
    {
        var reduced = new JsonObject();
        var preserve = IsTrue(schema, "x-kubernetes-preserve-unknown-fields");
        var untyped = IsTrue(schema, "nullable") || IsTrue(schema, "x-kubernetes-int-or-string");
        foreach (var (key, value) in schema)
        {
            var dropped = NotInV2.Contains(key)
                || (untyped && key is ("type" or "properties" or "items" or "additionalProperties"))
                || (preserve && key is ("type" or "properties" or "items" or "additionalProperties" or "required"));
            if (!dropped)
            {
                reduced[key] = ReduceValue(key, value);
            }
        }
        return reduced;
    }

    private static JsonNode? ReduceValue(string key, JsonNode? value) => (key, value) switch
    {
        ("properties", JsonObject properties) => new JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, p.Value is JsonObject child ? (JsonNode)Reduce(child) : null))),
        ("items" or "additionalProperties", JsonObject child) => Reduce(child),
        _ => value?.DeepClone(),
    };

    private static bool IsTrue(JsonObject schema, string key) => schema[key] is JsonValue value && value.TryGetValue(out bool yes) && yes;
}
