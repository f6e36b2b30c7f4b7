using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Printing;

/// <summary>A column that a CRD declares.</summary>
/// <param name="Definition">What clients are told about it.</param>
/// <param name="Path">Where its value is.</param>
internal sealed record CustomResourceColumn(TableColumn Definition, JsonPath Path)
{
    /// <summary>The cell of one object; null where the value is absent or of another type.</summary>
    public JsonNode? Cell(JsonObject resource, DateTimeOffset now)
    {
        if (!Path.TryFindFirst(resource, out var value) || value is null)
        {
            return null;
        }
        var kind = value.GetValueKind();
        return Definition.Type switch
        {
            "integer" => kind == JsonValueKind.Number ? JsonValue.Create((long)JsonNumbers.ToDouble((JsonValue)value)) : null,
            "number" => kind == JsonValueKind.Number ? value.DeepClone() : null,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False ? value.DeepClone() : null,
            "date" => kind == JsonValueKind.String ? Age(value.GetValue<string>(), now) : null,
            _ => Text(value, kind),
        };
    }

    private static string Age(string text, DateTimeOffset now) =>
        StringFormats.IsValid("date-time", text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? HumanDuration.Format(now - moment)
            : "<invalid>";

    private static string Text(JsonNode value, JsonValueKind kind) => kind == JsonValueKind.String ? value.GetValue<string>() : GoFormat.Value(value);
}
