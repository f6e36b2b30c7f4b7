using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>The schema type of a JSON value.</summary>
internal static class JsonTypes
{
    public static SchemaTypes Of(JsonNode value, JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => SchemaTypes.Object,
        JsonValueKind.Array => SchemaTypes.Array,
        JsonValueKind.String => SchemaTypes.String,
        JsonValueKind.True or JsonValueKind.False => SchemaTypes.Boolean,
        JsonValueKind.Number => JsonNumbers.TryGetInt64((JsonValue)value, out _) ? SchemaTypes.Integer : SchemaTypes.Number,
        _ => SchemaTypes.None,
    };

    public static string NameOf(SchemaTypes type) => type switch
    {
        SchemaTypes.Object => "object",
        SchemaTypes.Array => "array",
        SchemaTypes.String => "string",
        SchemaTypes.Boolean => "boolean",
        SchemaTypes.Integer => "integer",
        SchemaTypes.Number => "number",
        _ => "null",
    };

    /// <summary>The numeric format of a value, empty for everything that is not a number.</summary>
    public static string GoFormatOf(SchemaTypes type) => type switch
    {
        SchemaTypes.Integer => "int64",
        SchemaTypes.Number => "float64",
        _ => "",
    };
}
