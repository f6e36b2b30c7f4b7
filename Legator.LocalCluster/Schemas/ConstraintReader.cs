using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.LocalCluster.Schemas;

/// <summary>Reads the limits of one schema node.</summary>
/// <param name="errors">Where problems go.</param>
/// <param name="node">Compiles a nested schema.</param>
internal sealed class ConstraintReader(List<FieldError> errors, ConstraintReader.NodeCompiler node)
{
    /// <summary>Compiles one nested schema found at a path.</summary>
    internal delegate StructuralSchema NodeCompiler(JsonObject schema, string path, bool structural, bool root = false);

    private static readonly string[] Keys =
    [
        "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties", "allOf", "anyOf", "oneOf", "not",
    ];

    /// <summary>The limits, or null where there are none: most nodes have none, and then there is nothing to check.</summary>
    public ValueConstraints? Read(JsonObject schema, string path)
    {
        if (!Keys.Any(schema.ContainsKey))
        {
            return null;
        }
        RefuseUniqueItems(schema, path);
        var allowed = schema["enum"] is JsonArray list ? list.Select(v => v?.DeepClone()).ToArray() : [];
        var strings = SchemaCompiler.Strings(schema["enum"]);
        return new ValueConstraints
        {
            Enum = allowed,
            EnumStrings = strings.Length > 0 && strings.Length == allowed.Length ? strings : null,
            Pattern = Pattern(schema, path),
            PatternText = SchemaCompiler.Text(schema, "pattern") ?? "",
            MinLength = Whole(schema, "minLength"),
            MaxLength = Whole(schema, "maxLength"),
            Minimum = Real(schema, "minimum"),
            Maximum = Real(schema, "maximum"),
            ExclusiveMinimum = SchemaCompiler.Flag(schema, "exclusiveMinimum"),
            ExclusiveMaximum = SchemaCompiler.Flag(schema, "exclusiveMaximum"),
            MultipleOf = Real(schema, "multipleOf"),
            MinItems = Whole(schema, "minItems"),
            MaxItems = Whole(schema, "maxItems"),
            MinProperties = Whole(schema, "minProperties"),
            MaxProperties = Whole(schema, "maxProperties"),
            AllOf = Nested(schema, "allOf", path),
            AnyOf = Nested(schema, "anyOf", path),
            OneOf = Nested(schema, "oneOf", path),
            Not = schema["not"] is JsonObject not ? node(not, $"{path}.not", structural: false) : null,
        };
    }

    private StructuralSchema[] Nested(JsonObject schema, string key, string path) =>
        schema[key] is JsonArray list ? [.. list.OfType<JsonObject>().Select((s, i) => node(s, $"{path}.{key}[{i}]", structural: false))] : [];

    private Regex? Pattern(JsonObject schema, string path)
    {
        if (SchemaCompiler.Text(schema, "pattern") is not { } pattern)
        {
            return null;
        }
        try
        {
            return GoPattern.Compile(pattern);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            errors.Add(FieldError.Invalid($"{path}.pattern", schema["pattern"], $"must be a valid regular expression, but isn't: error parsing regexp: {GoPattern.Explain(problem, pattern)}"));
            return null;
        }
    }

    private void RefuseUniqueItems(JsonObject schema, string path)
    {
        if (SchemaCompiler.Flag(schema, "uniqueItems"))
        {
            errors.Add(FieldError.Forbidden($"{path}.uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }
    }

    private static long? Whole(JsonObject schema, string key) =>
        schema[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && JsonNumbers.TryGetInt64(value, out var number) ? number : null;

    private static double? Real(JsonObject schema, string key) =>
        schema[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? JsonNumbers.ToDouble(value) : null;
}
