using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>Finds the earlier version of a list item by its map keys.</summary>
internal sealed class ListMatch
{
    private readonly Dictionary<string, JsonNode> items = new(StringComparer.Ordinal);
    private readonly string[] keys;

    public ListMatch(JsonArray list, string[] keys)
    {
        this.keys = keys;
        foreach (var item in list)
        {
            if (item is JsonObject map)
            {
                items.TryAdd(ListDuplicates.KeyOf(map, keys), map);
            }
        }
    }

    public JsonNode? Find(JsonNode? item) => item is JsonObject map ? items.GetValueOrDefault(ListDuplicates.KeyOf(map, keys)) : null;
}
