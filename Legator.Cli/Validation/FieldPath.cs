using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Cli.Validation;

/// <summary>Paths such as <c>spec.skills[0].source</c>.</summary>
internal static class FieldPath
{
    /// <summary>Takes what a path leads to out of an object, where it leads anywhere.</summary>
    public static void Remove(JsonObject root, string path)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        JsonNode? node = root;
        foreach (var step in steps.SkipLast(1))
        {
            node = Step(node, step);
        }

        if (node is JsonObject map)
        {
            map.Remove(steps[^1]);
        }
        else if (node is JsonArray list && Index(steps[^1]) is { } index && index < list.Count)
        {
            // Taking an item out would give those behind it other numbers.
            list[index] = null;
        }
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject map => map[step],
        JsonArray list when Index(step) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static int? Index(string step) => int.TryParse(step.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
