using System.Text.Json.Nodes;
using Legator.Core.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>
/// Operations of a JSON patch (RFC 6902) that say what a place holds afterwards, whatever it held before: doing them twice is as doing them once, so the object shows whether they were done.
/// An insertion into a list or a removal from one is not of that kind, and neither is a move or a copy.
/// </summary>
internal static class PlainOperations
{
    /// <summary>True when the object is as the operations make it, false when it is not; null when that cannot be told from it.</summary>
    public static bool? AreDone(JsonArray operations, JsonObject live)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var done = true;
        foreach (var operation in operations.OfType<JsonObject>().Where(operation => Text(operation, "op") != "test"))
        {
            if (Text(operation, "path") is not { Length: > 0 } path || !places.Add(path) || IsDone(operation, path, live) is not { } isDone)
            {
                return null;
            }

            done &= isDone;
        }

        return places.Any(place => places.Any(other => other.StartsWith($"{place}/", StringComparison.Ordinal))) ? null : done;
    }

    private static bool? IsDone(JsonObject operation, string path, JsonObject live)
    {
        var held = JsonPointer.Read(live, path);
        return Text(operation, "op") switch
        {
            "replace" => JsonNode.DeepEquals(held, operation["value"]),
            "add" when IsMember(path, live) => JsonNode.DeepEquals(held, operation["value"]),
            "remove" when IsMember(path, live) => held is null,
            _ => null,
        };
    }

    private static bool IsMember(string path, JsonObject live) => JsonPointer.Read(live, path[..path.LastIndexOf('/')]) is JsonObject;

    private static string? Text(JsonObject operation, string name) => operation[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
