using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Fills in fields that are not there.</summary>
internal static class Defaults
{
    public static JsonObject Map(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject found)
        {
            return found;
        }

        JsonObject created = [];
        parent[name] = created;
        return created;
    }

    public static void Set(JsonObject parent, string name, JsonNode value)
    {
        if (parent[name] is null)
        {
            parent[name] = value;
        }
    }
}
