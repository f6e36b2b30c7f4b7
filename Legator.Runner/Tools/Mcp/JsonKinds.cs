using System.Globalization;
using System.Text.Json;

namespace Legator.Runner.Tools.Mcp;

/// <summary>What a schema says about a value by itself: its type, its bounds, the values that it may have.</summary>
internal static class JsonKinds
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Problem(JsonElement schema, JsonElement value, string named)
    {
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(value, t)))
        {
            return $"{named} must be {string.Join(" or ", Types(type))}.";
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)))
        {
            return $"{named} must be one of {string.Join(", ", allowed.EnumerateArray().Take(30).Select(a => a.ToString()))}.";
        }

        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            return $"{named} must be {only}.";
        }

        return Bounds(schema, value, named);
    }

    private static string? Bounds(JsonElement schema, JsonElement value, string named) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) => Outside(schema, number, "minimum", "maximum", named)
            ?? (Bound(schema, "exclusiveMinimum") is { } above && number <= above ? $"{named} must be above {Text(above)}." : null)
            ?? (Bound(schema, "exclusiveMaximum") is { } below && number >= below ? $"{named} must be below {Text(below)}." : null)
            ?? (schema.TryGetProperty("multipleOf", out var step) && !IsMultiple(value, step) ? $"{named} must be a multiple of {step}." : null),
        JsonValueKind.String => Outside(schema, value.GetString()!.EnumerateRunes().Count(), "minLength", "maxLength", $"The length of {named}"),
        JsonValueKind.Array => Outside(schema, value.GetArrayLength(), "minItems", "maxItems", $"The number of items of {named}"),
        JsonValueKind.Object => Outside(schema, value.GetPropertyCount(), "minProperties", "maxProperties", $"The number of members of {named}"),
        _ => null,
    };

    private static string? Outside(JsonElement schema, double number, string least, string most, string what) =>
        Bound(schema, least) is { } minimum && number < minimum ? $"{what} must be at least {Text(minimum)}."
        : Bound(schema, most) is { } maximum && number > maximum ? $"{what} must be at most {Text(maximum)}."
        : null;

    // The oldest schemas have true and false here, which say nothing by themselves.
    private static double? Bound(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var bound) && bound.ValueKind == JsonValueKind.Number ? bound.GetDouble() : null;

    // Numbers beyond the exact ones have no remainder that means anything.
    private static bool IsMultiple(JsonElement value, JsonElement step) =>
        !value.TryGetDecimal(out var number) || !step.TryGetDecimal(out var of) || of <= 0 || number % of == 0;

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Floor(number) == number,
    };

    private static string Text(double bound) => bound.ToString(CultureInfo.InvariantCulture);
}
