using System.Globalization;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Patching;

/// <summary>JSON patch (RFC 6902).</summary>
internal static class JsonPatch
{
    private const int MaxOperations = 10_000;

    public static JsonObject Apply(JsonObject target, JsonArray patch)
    {
        if (patch.Count > MaxOperations)
        {
            throw new ApiException(413, "RequestEntityTooLarge", $"The allowed maximum operations in a JSON patch is {MaxOperations}, got {patch.Count}");
        }

        JsonNode? root = target;
        foreach (JsonNode? step in patch)
        {
            root = Step(root, step as JsonObject ?? throw ApiErrors.BadRequest("json: cannot unmarshal the operation into a JSON patch operation"));
        }

        return root as JsonObject ?? throw Unprocessable("the patched document is no object");
    }

    private static JsonNode? Step(JsonNode? root, JsonObject step)
    {
        string op = ObjectMeta.Text(step, "op");
        string[] path = Pointer(ObjectMeta.Text(step, "path"));
        switch (op)
        {
            case "add":
                return Add(root, path, Value(step), op);
            case "remove":
                Take(root, path, op);
                return root;
            case "replace":
                if (path.Length == 0)
                {
                    return Value(step);
                }

                Require(root, path, op);
                return Replace(root, path, Value(step));
            case "move":
                string[] from = Pointer(ObjectMeta.Text(step, "from"));
                return Add(root, path, Take(root, from, op), op);
            case "copy":
                return Add(root, path, Require(root, Pointer(ObjectMeta.Text(step, "from")), op)?.DeepClone(), op);
            case "test":
                JsonNode? found = Find(root, path, out bool exists);
                return exists || step["value"] is null
                    ? JsonNode.DeepEquals(found, step["value"]) ? root : throw Unprocessable($"testing value {Text(path)} failed: test failed")
                    : throw Unprocessable($"error in test for path: '{Text(path)}': missing path: missing value");
            default:
                throw ApiErrors.BadRequest($"Unexpected kind: {op}");
        }
    }

    private static JsonNode? Value(JsonObject step) => step["value"]?.DeepClone();

    private static JsonNode? Find(JsonNode? node, ReadOnlySpan<string> path, out bool exists)
    {
        exists = true;
        foreach (string token in path)
        {
            switch (node)
            {
                case JsonObject map when map.TryGetPropertyValue(token, out JsonNode? child):
                    node = child;
                    break;
                case JsonArray list when Index(token, list.Count - 1) is { } at:
                    node = list[at];
                    break;
                default:
                    exists = false;
                    return null;
            }
        }

        return node;
    }

    private static JsonNode? Require(JsonNode? root, string[] path, string op)
    {
        JsonNode? found = Find(root, path, out bool exists);
        return exists ? found : throw Missing(op, path);
    }

    private static JsonNode? Add(JsonNode? root, string[] path, JsonNode? value, string op)
    {
        if (path.Length == 0)
        {
            return value;
        }

        switch (Find(root, path.AsSpan(0, path.Length - 1), out _))
        {
            case JsonObject map:
                map[path[^1]] = value;
                return root;
            case JsonArray list when path[^1] == "-":
                list.Add(value);
                return root;
            case JsonArray list when Index(path[^1], list.Count) is { } at:
                list.Insert(at, value);
                return root;
            default:
                throw Missing(op, path);
        }
    }

    private static JsonNode? Replace(JsonNode? root, string[] path, JsonNode? value)
    {
        switch (Find(root, path.AsSpan(0, path.Length - 1), out _))
        {
            case JsonObject map:
                map[path[^1]] = value;
                break;
            case JsonArray list:
                list[Index(path[^1], list.Count - 1)!.Value] = value;
                break;
        }

        return root;
    }

    private static JsonNode? Take(JsonNode? root, string[] path, string op)
    {
        JsonNode? taken = path.Length == 0 ? throw Missing(op, path) : Require(root, path, op);
        switch (Find(root, path.AsSpan(0, path.Length - 1), out _))
        {
            case JsonObject map:
                map.Remove(path[^1]);
                break;
            case JsonArray list:
                list.RemoveAt(Index(path[^1], list.Count - 1)!.Value);
                break;
        }

        return taken;
    }

    private static int? Index(string token, int max) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at <= max ? at : null;

    private static string[] Pointer(string path)
    {
        if (path.Length == 0)
        {
            return [];
        }

        return [.. path.Split('/')[1..].Select(t => t.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    private static string Text(string[] path) => "/" + string.Join('/', path);

    private static ApiException Missing(string op, string[] path) =>
        Unprocessable($"{op} operation does not apply: doc is missing {(op == "replace" ? "path" : "key")}: {Text(path)}: missing value");

    // The API server does not tell clients which step failed, and kubectl shows just these words.
    private static ApiException Unprocessable(string why) =>
        new(422, "Invalid", "the server rejected our request due to an error in our request") { EmptyDetails = true, Inner = why };
}
