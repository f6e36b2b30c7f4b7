using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>A compiled path of a printer column: kubectl's JSONPath without ranges of templates.</summary>
internal sealed class JsonPath
{
    private readonly JsonPathStep[] steps;

    private JsonPath(JsonPathStep[] steps) => this.steps = steps;

    /// <summary>Compiles a path such as <c>.status.conditions[?(@.type=="Ready")].status</c>. Throws <see cref="FormatException"/> with the reason.</summary>
    public static JsonPath Parse(string path) => new(new JsonPathParser(path).Run());

    /// <summary>The first value that the path leads to.</summary>
    public bool TryFindFirst(JsonNode? root, out JsonNode? found)
    {
        found = null;
        return Walk(root, 0, ref found);
    }

    private bool Walk(JsonNode? node, int index, ref JsonNode? found)
    {
        if (index == steps.Length)
        {
            found = node;
            return true;
        }
        return steps[index] switch
        {
            { Kind: JsonPathStepKind.Field, Name: var name } => node is JsonObject map && map.TryGetPropertyValue(name, out var child) && Walk(child, index + 1, ref found),
            { Kind: JsonPathStepKind.Index, Start: var at } => node is JsonArray list && ElementAt(list, at, out var item) && Walk(item, index + 1, ref found),
            { Kind: JsonPathStepKind.Slice } slice => node is JsonArray list && WalkAny(Slice(list, slice), index, ref found),
            { Kind: JsonPathStepKind.Wildcard } => WalkAny(Children(node), index, ref found),
            { Kind: JsonPathStepKind.Descend } => WalkAny(Descendants(node), index, ref found),
            { Kind: JsonPathStepKind.Filter, Filter: { } filter } => WalkAny(Children(node).Where(filter.Matches), index, ref found),
            _ => false,
        };
    }

    private bool WalkAny(IEnumerable<JsonNode?> nodes, int index, ref JsonNode? found)
    {
        foreach (var node in nodes)
        {
            if (Walk(node, index + 1, ref found))
            {
                return true;
            }
        }
        return false;
    }

    private static bool ElementAt(JsonArray list, int index, out JsonNode? item)
    {
        index += index < 0 ? list.Count : 0;
        var inside = index >= 0 && index < list.Count;
        item = inside ? list[index] : null;
        return inside;
    }

    private static IEnumerable<JsonNode?> Slice(JsonArray list, JsonPathStep slice)
    {
        var start = Math.Clamp(slice.Start < 0 ? slice.Start + list.Count : slice.Start, 0, list.Count);
        var end = slice.End is { } limit ? Math.Clamp(limit < 0 ? limit + list.Count : limit, start, list.Count) : list.Count;
        return list.Skip(start).Take(end - start);
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonArray list => list,
        JsonObject map => map.Select(p => p.Value),
        _ => [],
    };

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array ? Children(node).SelectMany(Descendants).Prepend(node) : [node];
}
