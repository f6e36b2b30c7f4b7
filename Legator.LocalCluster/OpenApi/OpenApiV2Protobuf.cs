using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.OpenApi;

/// <summary>Writes an OpenAPI v2 document as the protobuf message that kubectl reads it in (gnostic's <c>openapi.v2.Document</c>). The numbers are that message's field numbers.</summary>
internal static class OpenApiV2Protobuf
{
    private static readonly Dictionary<string, int> Methods = new() { ["get"] = 2, ["put"] = 3, ["post"] = 4, ["delete"] = 5, ["patch"] = 8 };

    public static byte[] Write(JsonObject document)
    {
        var writer = new ProtobufWriter();
        writer.Text(1, Text(document, "swagger"));
        writer.Message(2, info =>
        {
            info.Text(1, Text(document["info"], "title"));
            info.Text(2, Text(document["info"], "version"));
        });
        writer.Message(8, paths => Named(paths, 2, document["paths"], PathItem));
        writer.Message(9, definitions => Named(definitions, 1, document["definitions"], Schema));
        return writer.ToArray();
    }

    private static void PathItem(ProtobufWriter writer, JsonObject item)
    {
        foreach (var (name, value) in item)
        {
            if (Methods.TryGetValue(name, out var field) && value is JsonObject operation)
            {
                writer.Message(field, w => Operation(w, operation));
            }
        }
        foreach (var parameter in Objects(item["parameters"]))
        {
            writer.Message(9, w => Parameter(w, parameter));
        }
    }

    private static void Operation(ProtobufWriter writer, JsonObject operation)
    {
        writer.Text(5, Text(operation, "operationId"));
        foreach (var produced in SchemaCompiler.Strings(operation["produces"]))
        {
            writer.Text(6, produced);
        }
        foreach (var consumed in SchemaCompiler.Strings(operation["consumes"]))
        {
            writer.Text(7, consumed);
        }
        foreach (var parameter in Objects(operation["parameters"]))
        {
            writer.Message(8, w => Parameter(w, parameter));
        }
        Extensions(writer, 13, operation);
    }

    private static void Parameter(ProtobufWriter writer, JsonObject parameter) => writer.Message(1, item =>
    {
        if (Text(parameter, "in") == "body")
        {
            item.Message(1, body =>
            {
                body.Text(2, Text(parameter, "name"));
                body.Text(3, "body");
                body.Flag(4, true);
                body.Message(5, schema => Schema(schema, (JsonObject)parameter["schema"]!));
            });
            return;
        }
        var isPath = Text(parameter, "in") == "path";
        item.Message(2, other => other.Message(isPath ? 4 : 3, place =>
        {
            place.Flag(1, isPath);
            place.Text(2, Text(parameter, "in"));
            place.Text(4, Text(parameter, "name"));
            place.Text(isPath ? 5 : 6, Text(parameter, "type"));
        }));
    });

    private static void Schema(ProtobufWriter writer, JsonObject schema)
    {
        writer.Text(1, Text(schema, "$ref"));
        writer.Text(2, Text(schema, "format"));
        writer.Text(3, Text(schema, "title"));
        writer.Text(4, Text(schema, "description"));
        if (schema.TryGetPropertyValue("default", out var preset))
        {
            writer.Message(5, w => Any(w, preset));
        }
        Limits(writer, schema);
        foreach (var required in SchemaCompiler.Strings(schema["required"]))
        {
            writer.Text(19, required);
        }
        foreach (var allowed in schema["enum"] as JsonArray ?? [])
        {
            writer.Message(20, w => Any(w, allowed));
        }
        Shape(writer, schema);
        Extensions(writer, 31, schema);
    }

    private static void Shape(ProtobufWriter writer, JsonObject schema)
    {
        switch (schema["additionalProperties"])
        {
            case JsonObject additional:
                writer.Message(21, w => w.Message(1, s => Schema(s, additional)));
                break;
            case JsonValue allowed when allowed.GetValueKind() == JsonValueKind.True:
                writer.Message(21, w => w.Flag(2, true));
                break;
        }
        if (Text(schema, "type") is { } type)
        {
            writer.Message(22, w => w.Text(1, type));
        }
        if (schema["items"] is JsonObject items)
        {
            writer.Message(23, w => w.Message(1, s => Schema(s, items)));
        }
        if (schema["properties"] is JsonObject properties)
        {
            writer.Message(25, w => Named(w, 1, properties, Schema));
        }
    }

    private static void Limits(ProtobufWriter writer, JsonObject schema)
    {
        writer.Real(6, Number(schema, "multipleOf"));
        writer.Real(7, Number(schema, "maximum"));
        writer.Flag(8, SchemaCompiler.Flag(schema, "exclusiveMaximum"));
        writer.Real(9, Number(schema, "minimum"));
        writer.Flag(10, SchemaCompiler.Flag(schema, "exclusiveMinimum"));
        writer.Whole(11, (long)Number(schema, "maxLength"));
        writer.Whole(12, (long)Number(schema, "minLength"));
        writer.Text(13, Text(schema, "pattern"));
        writer.Whole(14, (long)Number(schema, "maxItems"));
        writer.Whole(15, (long)Number(schema, "minItems"));
        writer.Whole(17, (long)Number(schema, "maxProperties"));
        writer.Whole(18, (long)Number(schema, "minProperties"));
    }

    private static void Extensions(ProtobufWriter writer, int field, JsonObject owner)
    {
        foreach (var (name, value) in owner)
        {
            if (name.StartsWith("x-", StringComparison.Ordinal))
            {
                writer.Message(field, named =>
                {
                    named.Text(1, name);
                    named.Message(2, any => Any(any, value));
                });
            }
        }
    }

    // JSON is YAML.
    private static void Any(ProtobufWriter writer, JsonNode? value) => writer.Text(2, value?.ToJsonString() ?? "null");

    private static void Named(ProtobufWriter writer, int field, JsonNode? map, Action<ProtobufWriter, JsonObject> write)
    {
        foreach (var (name, value) in map as JsonObject ?? [])
        {
            if (value is JsonObject item)
            {
                writer.Message(field, named =>
                {
                    named.Text(1, name);
                    named.Message(2, w => write(w, item));
                });
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string? Text(JsonNode? node, string key) => node is JsonObject map ? SchemaCompiler.Text(map, key) : null;

    private static double Number(JsonObject schema, string key) =>
        schema[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? JsonNumbers.ToDouble(value) : 0;
}
