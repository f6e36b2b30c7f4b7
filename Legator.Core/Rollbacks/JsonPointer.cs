using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Core.Rollbacks;

/// <summary>Places in a JSON value as RFC 6901 writes them.</summary>
public static class JsonPointer
{
    /// <summary>The place of a member or item within another place.</summary>
    public static string Below(string path, string name) => $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>What stands at a place; null when nothing does.</summary>
    public static JsonNode? Read(JsonNode? node, string path)
    {
        foreach (var step in path.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject map => map[name],
                JsonArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count => list[at],
                _ => null,
            };
        }

        return node;
    }
}
