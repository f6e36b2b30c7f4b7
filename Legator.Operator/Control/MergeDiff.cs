using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Operator.Control;

/// <summary>The JSON merge patch (RFC 7396) that turns one value into another.</summary>
internal static class MergeDiff
{
    /// <summary>The patch of an object's status.</summary>
    /// <returns>Null when nothing differs.</returns>
    public static JsonObject? OfStatus<T>(T? before, T after)
        where T : class
    {
        var old = before is null ? new JsonObject() : (JsonObject)JsonSerializer.SerializeToNode(before, LegatorJson.Options)!;
        var patch = Of(old, (JsonObject)JsonSerializer.SerializeToNode(after, LegatorJson.Options)!);
        return patch.Count == 0 ? null : new JsonObject { ["status"] = patch };
    }

    /// <summary>The patch between two objects; empty when they are equal.</summary>
    public static JsonObject Of(JsonObject before, JsonObject after)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in after)
        {
            var old = before.TryGetPropertyValue(name, out var known) ? known : null;
            if (old is JsonObject oldObject && value is JsonObject newObject)
            {
                if (Of(oldObject, newObject) is { Count: > 0 } inner)
                {
                    patch[name] = inner;
                }
            }
            else if (!before.ContainsKey(name) || !JsonNode.DeepEquals(old, value))
            {
                patch[name] = value?.DeepClone();
            }
        }

        foreach (var (name, _) in before.Where(member => !after.ContainsKey(member.Key)))
        {
            patch[name] = null;
        }

        return patch;
    }
}
