using System.Globalization;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Schemas;

namespace Legator.LocalCluster.Printing;

/// <summary>Fields of stored objects, read without trusting their shape: a column must never fail a list.</summary>
internal static class PrintedFields
{
    public const string None = "<none>";

    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is JsonObject map && map.TryGetPropertyValue(name, out var child) ? child : null;
        }
        return node;
    }

    public static string Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value ? value.TryGetValue(out string? text) ? text : value.ToJsonString() : "";

    public static long Whole(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && JsonNumbers.TryGetInt64(value, out var number) ? number : 0;

    public static IEnumerable<JsonObject> Items(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray list ? list.OfType<JsonObject>() : [];

    public static IEnumerable<string> Strings(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray list ? list.Select(i => i.Text()) : [];

    public static int Count(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) switch
    {
        JsonArray list => list.Count,
        JsonObject map => map.Count,
        _ => 0,
    };

    public static string OrNone(this string text) => text.Length == 0 ? None : text;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Labels as a selector: sorted, joined by commas.</summary>
    public static string Labels(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonObject { Count: > 0 } map
            ? string.Join(',', map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value.Text()}"))
            : None;

    /// <summary>A label selector with its expressions.</summary>
    public static string Selector(this JsonNode? selector)
    {
        var labels = selector.At("matchLabels") is JsonObject map ? map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value.Text()}") : [];
        var all = labels.Concat(selector.Items("matchExpressions").Select(Requirement));
        return string.Join(',', all).OrNone();
    }

    public static string Containers(JsonNode? podSpec) => string.Join(',', podSpec.Items("containers").Select(c => c.Text("name")));

    public static string Images(JsonNode? podSpec) => string.Join(',', podSpec.Items("containers").Select(c => c.Text("image")));

    private static string Requirement(JsonObject expression)
    {
        var (key, values) = (expression.Text("key"), string.Join(',', expression.Strings("values").Order(StringComparer.Ordinal)));
        return expression.Text("operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "DoesNotExist" => $"!{key}",
            _ => key,
        };
    }
}
