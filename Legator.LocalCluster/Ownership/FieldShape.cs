using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Ownership;

/// <summary>What merging and ownership need to know of one place in an object.</summary>
internal abstract class FieldShape
{
    /// <summary>How a list at this place merges.</summary>
    public abstract ListForm List { get; }

    /// <summary>The keys that tell items of a map list apart.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    /// <summary>A map at this place is owned and replaced as a whole.</summary>
    public abstract bool AtomicMap { get; }

    public abstract FieldShape Items { get; }

    public abstract FieldShape Property(string name);

    /// <summary>The value that a key has in items that leave it out; null when it has none.</summary>
    public virtual JsonNode? KeyDefault(string key) => null;

    /// <summary>The name of one item of a map list as field sets write it; null when it has none of the keys.</summary>
    public string? ItemKey(JsonNode? item)
    {
        if (item is not JsonObject map)
        {
            return null;
        }

        JsonObject key = [];
        foreach (string name in Keys.Order(StringComparer.Ordinal))
        {
            if ((map[name] ?? KeyDefault(name)) is { } value)
            {
                key[name] = value.DeepClone();
            }
        }

        return key.Count == 0 ? null : "k:" + key.ToJsonString(FieldSet.Compact);
    }

    /// <summary>The one key by which a strategic patch of this list merges; null when its items lack it.</summary>
    public string? PatchKey(JsonArray items) =>
        Keys.FirstOrDefault(k => items.Count == 0 || items.All(i => i is JsonObject item && (item.ContainsKey(k) || item.ContainsKey("$patch"))));
}
