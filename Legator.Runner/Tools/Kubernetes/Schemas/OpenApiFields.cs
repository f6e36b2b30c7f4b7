using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Kubernetes.Schemas;

/// <summary>Finds fields in an OpenAPI document of the cluster, of version 2 or 3.</summary>
internal sealed class OpenApiFields(JsonObject document)
{
    private const int MostSteps = 64;

    private JsonObject Definitions => ObjectFields.At(document, "components", "schemas") as JsonObject ?? document["definitions"] as JsonObject ?? [];

    /// <summary>The schema of a kind; null when the document has none.</summary>
    public JsonObject? OfKind(string group, string version, string kind) => Definitions
        .Select(d => d.Value)
        .OfType<JsonObject>()
        .FirstOrDefault(d => ObjectFields.Items(d, "x-kubernetes-group-version-kind").Any(k => ObjectFields.Text(k, "group") == group && ObjectFields.Text(k, "version") == version && ObjectFields.Text(k, "kind") == kind));

    /// <summary>The schema of a field below another; null when there is none.</summary>
    public JsonObject? Field(JsonObject schema, string name) => Properties(schema)?[name] as JsonObject;

    /// <summary>The fields below a schema, through references, lists and maps; null when it has none.</summary>
    public JsonObject? Properties(JsonObject schema) => Deepest(schema)["properties"] as JsonObject;

    /// <summary>Names of fields that must be given.</summary>
    public IReadOnlyList<string> Required(JsonObject schema) => [.. (Deepest(schema)["required"] as JsonArray ?? []).Select(r => r?.ToString() ?? "")];

    /// <summary>The type in words: <c>string</c>, <c>[]Container</c>, <c>map[string]string</c>.</summary>
    public string TypeOf(JsonObject schema, int depth = 0)
    {
        if (Reference(schema) is { } name)
        {
            // Some of these are texts and numbers under a name of their own.
            return Definitions[name] is JsonObject named && named["properties"] is null && ObjectFields.Text(named, "type") is { Length: > 0 } simple and not "object" ? simple : name[(name.LastIndexOf('.') + 1)..];
        }

        return ObjectFields.Text(schema, "type") switch
        {
            "array" when depth < MostSteps && schema["items"] is JsonObject items => $"[]{TypeOf(items, depth + 1)}",
            "object" when depth < MostSteps && schema["additionalProperties"] is JsonObject values => $"map[string]{TypeOf(values, depth + 1)}",
            { Length: > 0 } type => type,
            _ => "any",
        };
    }

    public string Description(JsonObject schema) =>
        ObjectFields.Text(schema, "description") is { Length: > 0 } own ? own : ObjectFields.Text(Follow(schema), "description");

    private JsonObject Deepest(JsonObject schema)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            schema = Follow(schema);
            var inner = schema["properties"] is null ? schema["items"] as JsonObject ?? schema["additionalProperties"] as JsonObject : null;
            if (inner is null)
            {
                break;
            }

            schema = inner;
        }

        return schema;
    }

    private JsonObject Follow(JsonObject schema)
    {
        for (var step = 0; step < MostSteps && Reference(schema) is { } name && Definitions[name] is JsonObject next; step++)
        {
            schema = next;
        }

        return schema;
    }

    private static string? Reference(JsonObject schema)
    {
        var reference = ObjectFields.Text(schema, "$ref") is { Length: > 0 } direct ? direct : ObjectFields.Items(schema, "allOf").Select(s => ObjectFields.Text(s, "$ref")).FirstOrDefault(r => r.Length > 0);
        return reference?[(reference.LastIndexOf('/') + 1)..];
    }
}
