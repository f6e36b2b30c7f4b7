using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads fields of objects whose shape nobody promises.</summary>
internal static class ObjectFields
{
    /// <summary>The node at a path; null when the path leaves the object.</summary>
    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    public static string Text(JsonNode? node, params ReadOnlySpan<string> path) => (At(node, path) as JsonValue)?.ToString() ?? "";

    public static int Number(JsonNode? node, params ReadOnlySpan<string> path) =>
        At(node, path) is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;

    public static IEnumerable<JsonObject> Items(JsonNode? node, params ReadOnlySpan<string> path) =>
        (At(node, path) as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Status of a condition: <c>True</c>, <c>False</c>, <c>Unknown</c>; empty when the object has no such condition.</summary>
    public static string Condition(JsonNode? node, string type) =>
        Items(node, "status", "conditions").FirstOrDefault(c => Text(c, "type") == type) is { } found ? Text(found, "status") : "";
}
