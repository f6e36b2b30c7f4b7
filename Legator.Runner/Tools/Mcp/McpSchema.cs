using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Mcp;

/// <summary>
/// Reads the schema that a server gives for a tool's arguments into one that can be held: known words only, texts made fit to be shown, bounded in size and depth.
/// What it says about arguments and cannot be held refuses the tool, because arguments that nobody read strictly are not sent.
/// </summary>
/// <param name="clean">Makes a text of the server fit to be shown.</param>
internal sealed class McpSchema(Func<string, string> clean)
{
    private const int MostNodes = 2000;
    private const int MostDepth = 16;
    private const int MostBytes = 32 << 10;

    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    private static readonly FrozenSet<string> Ignored = FrozenSet.ToFrozenSet(
        ["$schema", "$id", "$comment", "title", "examples", "example", "deprecated", "readOnly", "writeOnly", "contentEncoding", "contentMediaType", "nullable", "discriminator", "xml", "externalDocs"]);

    private static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(
        ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"]);

    private int _nodes;

    /// <summary>Reads a schema.</summary>
    /// <exception cref="McpProblemException">It cannot be held; the message says why, in words that follow the tool's name.</exception>
    public JsonElement Read(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "object")
        {
            throw new McpProblemException("does not take an object");
        }

        if (schema.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => n is "$ref" or "anyOf" or "oneOf" or "allOf" or "not") is { } alternatives)
        {
            throw new McpProblemException($"has a schema that begins with '{alternatives}', which model providers do not take");
        }

        var read = (JsonObject)Node(schema, 0);
        read["properties"] ??= new JsonObject();

        // A model's slip is told to it where the server would not notice; whoever takes any member says so.
        read["additionalProperties"] ??= !schema.TryGetProperty("properties", out _);
        var element = JsonSerializer.SerializeToElement(read);
        return System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element).Length <= MostBytes ? element : throw new McpProblemException($"has a schema of more than {MostBytes >> 10} KiB");
    }

    private JsonNode Node(JsonElement schema, int depth)
    {
        if (++_nodes > MostNodes || depth > MostDepth)
        {
            throw new McpProblemException($"has a schema of more than {MostNodes} parts or {MostDepth} levels");
        }

        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.GetBoolean();
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new McpProblemException("has a malformed schema");
        }

        var read = new JsonObject();
        foreach (var member in schema.EnumerateObject())
        {
            if (Member(member.Name, member.Value, depth) is { } value)
            {
                read[member.Name] = value;
            }
        }

        return read;
    }

    private JsonNode? Member(string name, JsonElement value, int depth) => name switch
    {
        "description" => value.ValueKind == JsonValueKind.String ? clean(value.GetString()!) : null,
        "format" or "pattern" => value.ValueKind == JsonValueKind.String ? clean(value.GetString()!) : null,
        "default" => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null : Scalar(value),
        "type" => Type(value),
        "properties" or "$defs" or "definitions" => Map(value, depth),
        "items" or "additionalProperties" or "propertyNames" or "not" => Node(value, depth + 1),
        "anyOf" or "oneOf" or "allOf" or "prefixItems" => List(value, item => Node(item, depth + 1)),
        "required" => List(value, item => Text(item)),
        "enum" => List(value, Scalar),
        "const" => Scalar(value),
        "uniqueItems" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Malformed(name),
        "$ref" => Reference(value),
        _ when Numbers.Contains(name) => Number(name, value),
        _ when Ignored.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal) => null,
        _ => throw new McpProblemException($"has a schema with '{clean(name)}', which is not understood"),
    };

    private static JsonNode Type(JsonElement value)
    {
        var named = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        var types = named.Select(n => n.ValueKind == JsonValueKind.String && Array.IndexOf(Types, n.GetString()) is >= 0 and var at ? Types[at] : throw Malformed("type")).ToList();
        return value.ValueKind == JsonValueKind.Array ? new JsonArray([.. types.Select(t => (JsonNode)t)]) : types[0];
    }

    private JsonObject Map(JsonElement value, int depth)
    {
        var map = new JsonObject();
        foreach (var member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw Malformed("properties"))
        {
            map[Name(member.Name)] = Node(member.Value, depth + 1);
        }

        return map;
    }

    private JsonArray List(JsonElement value, Func<JsonElement, JsonNode?> read)
    {
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Malformed("list");
        return value.GetArrayLength() <= MostNodes ? new JsonArray([.. items.Select(read)]) : throw Malformed("list");
    }

    private JsonNode? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Number => Number("value", value),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Null => null,
        _ => throw new McpProblemException("has a schema that names whole objects as values, which is not understood"),
    };

    private string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? Name(value.GetString()!) : throw Malformed("value");

    // A name or value is what is sent, so it may not be mended like a description.
    private string Name(string text) => clean(text) == text ? text : throw new McpProblemException("has a schema with names or values that are too long, hold secrets, or hold characters that cannot be seen");

    private static JsonNode Number(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? JsonNode.Parse(value.GetRawText())! : throw Malformed(name);

    private string Reference(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } path && (path.StartsWith("#/$defs/", StringComparison.Ordinal) || path.StartsWith("#/definitions/", StringComparison.Ordinal))
            ? Name(path)
            : throw new McpProblemException("has a schema that refers to something outside of itself");

    private static McpProblemException Malformed(string what) => new($"has a malformed schema ({what})");
}
