using System.Text.Json.Nodes;

namespace Legator.LocalCluster.OpenApi;

/// <summary>The description of all resources in OpenAPI v2.</summary>
internal static class OpenApiV2Document
{
    public static JsonObject Build(IReadOnlyList<OpenApiResource> resources, string version)
    {
        var definitions = new DefinitionSet();
        var paths = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var name = definitions.Add(resource, CustomDefinition.ForV2);
            foreach (var path in new ResourcePaths(resource, name, definitions).All())
            {
                paths[path.Path] = PathItem(path);
            }
        }
        return new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = version },
            ["paths"] = new JsonObject(paths),
            ["definitions"] = new JsonObject(definitions.All.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
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
        var parameters = operation.Query.Select(q => (JsonNode)Parameter(q, "query", required: false));
        if (operation.Body is { } body)
        {
            parameters = parameters.Prepend(new JsonObject { ["name"] = "body", ["in"] = "body", ["required"] = true, ["schema"] = Reference(body) });
        }
        return new JsonObject
        {
            ["consumes"] = new JsonArray([.. operation.Consumes.Select(c => (JsonNode)c)]),
            ["produces"] = new JsonArray("application/json", "application/yaml"),
            ["schemes"] = new JsonArray("https"),
            ["operationId"] = operation.Id,
            ["parameters"] = new JsonArray([.. parameters]),
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK", ["schema"] = Reference(operation.Answer) } },
            ["x-kubernetes-action"] = operation.Action,
            ["x-kubernetes-group-version-kind"] = resource.GroupVersionKind(resource.Kind),
        };
    }

    private static JsonObject Parameter(string name, string place, bool required)
    {
        var parameter = new JsonObject { ["uniqueItems"] = true, ["type"] = QueryTypes.Of(name), ["name"] = name, ["in"] = place };
        if (required)
        {
            parameter["required"] = true;
        }
        return parameter;
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = DefinitionSet.RefPrefix + definition };
}
