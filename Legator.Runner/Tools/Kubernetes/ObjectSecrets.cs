using System.Text.Json.Nodes;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Takes secrets out of an object where only its structure shows them: environment variables are pairs of name and value, and an option's value is the next argument.</summary>
internal static class ObjectSecrets
{
    /// <summary>A copy of the same shape with marks in the place of secrets, the data of a Secret included.</summary>
    public static JsonObject Masked(JsonObject found)
    {
        var copy = (JsonObject)found.DeepClone();
        if (ObjectFields.Text(found, "kind") == "Secret")
        {
            Mask(copy["data"] as JsonObject);
            Mask(copy["stringData"] as JsonObject);
        }

        Remove(copy);
        return copy;
    }

    public static void Remove(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                RemoveFrom(map);
                break;
            case JsonArray list:
                RemoveFrom(list);
                break;
            default:
                break;
        }
    }

    private static void Mask(JsonObject? data)
    {
        foreach (var name in (data ?? []).Select(d => d.Key).ToList())
        {
            data![name] = Redactor.Mark;
        }
    }

    private static void RemoveFrom(JsonObject map)
    {
        var pair = Text(map["name"]) is { } named && Redactor.IsSecretName(named);
        foreach (var (name, value) in map.ToList())
        {
            if (Text(value) is { Length: > 0 } && (Redactor.IsSecretName(name) || (pair && name == "value")))
            {
                map[name] = Redactor.Mark;
            }
            else
            {
                Remove(value);
            }
        }
    }

    private static void RemoveFrom(JsonArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0 && Text(list[i]) is not null && Text(list[i - 1]) is ['-', ..] option && Redactor.IsSecretName(option))
            {
                list[i] = Redactor.Mark;
            }
            else
            {
                Remove(list[i]);
            }
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
