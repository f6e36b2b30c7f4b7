using System.Text.Json;

namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>Reads what authorization servers answer. A member of another type than is meant counts as one that is not there.</summary>
internal static class OAuthJson
{
    /// <returns>Null for what is no JSON object.</returns>
    public static JsonElement? Object(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    public static bool IsTrue(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>Its strings; null when there is no such list.</summary>
    public static IReadOnlyList<string>? Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)] : null;

    /// <summary>A number of seconds, also as text, as some write it.</summary>
    public static TimeSpan? Seconds(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
        && double.TryParse(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind == JsonValueKind.String ? value.GetString() : null, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
