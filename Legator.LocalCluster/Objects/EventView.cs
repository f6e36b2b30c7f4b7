using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Objects;

/// <summary>events.k8s.io/v1 shows the same events as v1 under other field names; they are stored as v1.</summary>
internal static class EventView
{
    private static readonly (string Stored, string Shown)[] _names =
    [
        ("involvedObject", "regarding"),
        ("message", "note"),
        ("reportingComponent", "reportingController"),
        ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"),
        ("lastTimestamp", "deprecatedLastTimestamp"),
        ("count", "deprecatedCount"),
    ];

    public static JsonObject Show(JsonObject stored) => Rename(stored, "events.k8s.io/v1", toShown: true);

    public static JsonObject Store(JsonObject shown) => Rename(shown, "v1", toShown: false);

    /// <summary>The path in the stored form of a field that a selector names.</summary>
    public static string[] StoredPath(string[] path)
    {
        foreach ((string stored, string shown) in _names)
        {
            if (path[0] == shown)
            {
                return [stored, .. path[1..]];
            }
        }

        return path is ["source"] ? ["source", "component"] : path;
    }

    private static JsonObject Rename(JsonObject from, string apiVersion, bool toShown)
    {
        JsonObject to = [];
        foreach ((string name, JsonNode? value) in from)
        {
            string renamed = name;
            foreach ((string stored, string shown) in _names)
            {
                if (name == (toShown ? stored : shown))
                {
                    renamed = toShown ? shown : stored;
                }
            }

            to[renamed] = value?.DeepClone();
        }

        to["apiVersion"] = apiVersion;
        return to;
    }
}
