using System.Text.Json.Nodes;

namespace Legator.LocalCluster.OpenApi;

/// <summary>The description of one group and version in OpenAPI v3.</summary>
internal static class OpenApiV3Document
{
    private const string RefPrefix = "#/components/schemas/";

    public static JsonObject Build(IEnumerable<OpenApiResource> resources, string version)
    {
        var definitions = new DefinitionSet();
        var paths = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var name = definitions.Add(resource, CustomDefinition.ForV3);
            foreach (var path in new ResourcePaths(resource, name, definitions).All())
            {
                paths[path.Path] = PathItem(path);
            }
        }
        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = version },
            ["paths"] = new JsonObject(paths),
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(definitions.All.Select(d => KeyValuePair.Create(d.Key, WithV3References(d.Value)))),
            },
        };
    }

    private static JsonObject PathItem(OpenApiPath path)
    {
        var item = new JsonObject();
        foreach (var operation in path.Operations)
        {
            item[operation.Method] = Operation(operation, path.Resource);
        }
        item["parameters"] = new JsonArray([.. path.PathParameters.Select(p => (JsonNode)Parameter(p, "path", required: true))]);
        return item;
    }

    private static JsonObject Operation(OpenApiOperation operation, OpenApiResource resource)
    {
        var json = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["parameters"] = new JsonArray([.. operation.Query.Select(q => (JsonNode)Parameter(q, "query", required: false))]),
        };
        if (operation.Body is { } body)
        {
            json["requestBody"] = new JsonObject { ["content"] = Content(operation.Consumes, body), ["required"] = true };
        }
        json["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "OK", ["content"] = Content(["application/json", "application/yaml"], operation.Answer) },
        };
        json["x-kubernetes-action"] = operation.Action;
        json["x-kubernetes-group-version-kind"] = resource.GroupVersionKind(resource.Kind);
        return json;
    }

    private static JsonObject Content(string[] mediaTypes, string definition) =>
        new(mediaTypes.Select(m => KeyValuePair.Create(m, (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["$ref"] = RefPrefix + definition } })));

    private static JsonObject Parameter(string name, string place, bool required)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["schema"] = new JsonObject { ["type"] = QueryTypes.Of(name), ["uniqueItems"] = true },
        };
        if (required)
        {
            parameter["required"] = true;
        }
        return parameter;
    }

    // A reference stands alone in v3; what else is said about the field goes beside it in an allOf.
    private static JsonNode? WithV3References(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(WithV3References)]);
            case JsonObject map when map["$ref"] is JsonValue reference && reference.TryGetValue(out string? target) && target.StartsWith(DefinitionSet.RefPrefix, StringComparison.Ordinal):
                var pointer = new JsonObject { ["$ref"] = RefPrefix + target[DefinitionSet.RefPrefix.Length..] };
                if (map.Count == 1)
                {
                    return pointer;
                }
                var rest = new JsonObject(map.Where(p => p.Key != "$ref").Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
                rest["allOf"] = new JsonArray(pointer);
                return rest;
            case JsonObject map:
                return new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, WithV3References(p.Value))));
            default:
                return node?.DeepClone();
        }
    }
}
