using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Providers;

/// <summary>The schema of a tool's arguments as vendors take it: an object with properties, and no choice between objects. What is left out here is still held by the gate.</summary>
internal static class VendorSchema
{
    private static readonly string[] Refused = ["oneOf", "anyOf", "allOf", "not", "enum", "const", "if", "then", "else"];

    public static JsonElement Of(JsonElement schema)
    {
        var plain = schema.ValueKind == JsonValueKind.Object ? JsonObject.Create(schema)! : [];
        var begins = plain["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "object" && plain["properties"] is JsonObject;
        if (begins && !Refused.Any(plain.ContainsKey))
        {
            return schema;
        }

        foreach (var word in Refused)
        {
            plain.Remove(word);
        }

        plain["type"] = "object";
        plain["properties"] = plain["properties"] is JsonObject properties ? properties.DeepClone() : new JsonObject();
        return JsonSerializer.SerializeToElement(plain);
    }
}
