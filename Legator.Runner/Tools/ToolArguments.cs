using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Legator.Core.Guardrails;

namespace Legator.Runner.Tools;

/// <summary>Between a tool's argument type and JSON: its schema, and the strict reading of what a model wrote.</summary>
internal static class ToolArguments
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = 16,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The JSON schema of an argument type: an object that allows no other members.</summary>
    public static JsonElement Schema<TArguments>() =>
        JsonSerializer.SerializeToElement(Strict.GetJsonSchemaAsNode(typeof(TArguments), Exporter));

    /// <summary>Reads arguments.</summary>
    /// <exception cref="ToolInputException">They do not fit; the message names the member and what would be right.</exception>
    public static TArguments Read<TArguments>(JsonElement arguments)
        where TArguments : class
    {
        var members = Strict.GetTypeInfo(typeof(TArguments)).Properties;
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("The arguments are not a JSON object.", members);
        }

        if (arguments.EnumerateObject().FirstOrDefault(a => members.All(m => m.Name != a.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw Invalid($"There is no argument '{unknown.Name}'.", members);
        }

        if (members.FirstOrDefault(m => m.IsRequired && !arguments.TryGetProperty(m.Name, out _)) is { } missing)
        {
            throw Invalid($"The argument '{missing.Name}' is missing.", members);
        }

        try
        {
            return arguments.Deserialize<TArguments>(Strict) ?? throw Invalid("The arguments are not a JSON object.", members);
        }
        catch (JsonException exception)
        {
            throw Invalid($"The argument '{exception.Path?.TrimStart('$', '.')}' does not fit.", members);
        }
    }

    private static ToolInputException Invalid(string message, IList<JsonPropertyInfo> members) =>
        new(GuardrailReason.InvalidArguments, message, $"Allowed are {string.Join(", ", members.Select(Phrase))}.");

    private static string Phrase(JsonPropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var word = type == typeof(string) ? "string"
            : type == typeof(bool) ? "boolean"
            : type == typeof(int) ? "integer"
            : type.IsEnum ? string.Join("|", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
            : "object";
        return $"{member.Name} ({word}{(member.IsRequired ? ", required" : "")})";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        // A model may leave an optional argument out; it need not be told that null would do as well.
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(t => (string?)t).First(t => t != "null");
        }

        if (schema["enum"] is JsonArray values)
        {
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
        }

        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false) is [DescriptionAttribute description, ..])
        {
            schema.Insert(0, "description", description.Description);
        }

        return schema;
    }
}
