using System.Text.Json;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>The values of an alert or another payload that are names and nothing else. What stands in its sentences names nothing.</summary>
internal static class TriggerNames
{
    private const int Longest = 253;

    public static IEnumerable<string> In(string? payload)
    {
        if (string.IsNullOrWhiteSpace(payload))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(payload);
            return [.. Names(document.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when IsName(element.GetString()!) => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Names(member.Value)),
        _ => [],
    };

    private static bool IsName(string text) =>
        text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-.");
}
