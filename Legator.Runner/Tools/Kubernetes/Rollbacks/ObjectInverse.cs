using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes.Rollbacks;

/// <summary>Makes the patch (RFC 6902) that takes an object back from one state to the one before, field by field.</summary>
internal sealed class ObjectInverse
{
    // What the API itself counts and notes, and what a name stands for.
    private static readonly string[] Ignored =
    [
        "/status", "/metadata/resourceVersion", "/metadata/generation", "/metadata/uid", "/metadata/creationTimestamp", "/metadata/managedFields", "/metadata/selfLink",
    ];

    private readonly JsonArray _operations = [];
    private readonly List<RollbackField> _fields = [];
    private bool _secret;

    /// <summary>How a change of one object is taken back.</summary>
    /// <param name="target">The object.</param>
    /// <param name="before">It before the change.</param>
    /// <param name="after">It after the change, as a dry run of the change says.</param>
    public static ActionRollback Of(KubernetesObject target, JsonObject before, JsonObject after)
    {
        var inverse = new ObjectInverse();
        inverse.Compare(before, after, ObjectSecrets.Masked(before), ObjectSecrets.Masked(after), "");
        return inverse._secret ? ActionRollback.None($"It changes a secret of {target.Phrase}, and secrets are not recorded.")
            : inverse._operations.Count == 0 ? ActionRollback.None($"{target.Phrase} was like this already, so there is nothing to take back.")
            : ActionRollback.By(inverse.Step(target));
    }

    /// <summary>The fields of a change without the patch, for tools that take it back in words of their own.</summary>
    public static IReadOnlyList<RollbackField> Fields(JsonObject before, params IReadOnlyList<(string Path, JsonNode? After)> changes) =>
        [.. changes.Where(c => !JsonNode.DeepEquals(JsonPointer.Read(before, c.Path), c.After)).Select(c => new RollbackField(c.Path, Element(JsonPointer.Read(before, c.Path)), Element(c.After)))];

    /// <summary>A JSON value as journals hold it; null for nothing.</summary>
    public static JsonElement? Element(JsonNode? node) => node is null ? null : JsonSerializer.SerializeToElement(node, LegatorJson.Options);

    /// <summary>Arguments of a tool that names one object.</summary>
    public static JsonElement Arguments(KubernetesObject target, JsonObject more)
    {
        var arguments = new JsonObject { ["resource"] = target.Kind.QualifiedName, ["name"] = target.Name };
        if (target.Namespace is not null)
        {
            arguments["namespace"] = target.Namespace;
        }

        foreach (var (name, value) in more)
        {
            arguments[name] = value?.DeepClone();
        }

        return JsonSerializer.SerializeToElement(arguments, LegatorJson.Options);
    }

    private RollbackStep Step(KubernetesObject target) => new(
        "kubectl.patch",
        Arguments(target, new JsonObject { ["type"] = "json", ["patch"] = _operations.ToJsonString(LegatorJson.Options) }),
        $"Put {_fields.Count(f => !Same(f))} {(_fields.Count(f => !Same(f)) == 1 ? "field" : "fields")} of {target.Phrase} back")
    {
        Fields = _fields,
    };

    private static bool Same(RollbackField field) => field.Before is { } before && field.After is { } after && JsonElement.DeepEquals(before, after);

    private void Compare(JsonNode? before, JsonNode? after, JsonNode? beforeShown, JsonNode? afterShown, string path)
    {
        if (JsonNode.DeepEquals(before, after) || Ignored.Contains(path, StringComparer.Ordinal))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject left, JsonObject right):
                foreach (var name in left.Select(m => m.Key).Union(right.Select(m => m.Key), StringComparer.Ordinal))
                {
                    Compare(left[name], right[name], (beforeShown as JsonObject)?[name], (afterShown as JsonObject)?[name], JsonPointer.Below(path, name));
                }

                break;
            // What others add beside it later is not to go with it.
            case (null, JsonObject marks) when path is "/metadata/labels" or "/metadata/annotations":
                foreach (var (name, value) in marks)
                {
                    Compare(null, value, null, (afterShown as JsonObject)?[name], JsonPointer.Below(path, name));
                }

                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                CompareItems(left, right, beforeShown as JsonArray, afterShown as JsonArray, path);
                break;
            default:
                Put(before, after, beforeShown, afterShown, path);
                break;
        }
    }

    private void CompareItems(JsonArray before, JsonArray after, JsonArray? beforeShown, JsonArray? afterShown, string path)
    {
        for (var i = 0; i < before.Count; i++)
        {
            var place = JsonPointer.Below(path, $"{i}");
            var count = _operations.Count;
            Compare(before[i], after[i], beforeShown?[i], afterShown?[i], place);

            // The place of an item tells little: its name must be the same when it is put back.
            if (_operations.Count > count && before[i] is JsonObject item && item["name"] is JsonValue name && JsonNode.DeepEquals(name, after[i]?["name"]))
            {
                _fields.Add(new RollbackField($"{place}/name", Element(name), Element(name)));
            }
        }
    }

    private void Put(JsonNode? before, JsonNode? after, JsonNode? beforeShown, JsonNode? afterShown, string path)
    {
        _secret |= !JsonNode.DeepEquals(before, beforeShown) || !JsonNode.DeepEquals(after, afterShown);
        _fields.Add(new RollbackField(path, Element(before), Element(after)));
        var operation = new JsonObject { ["op"] = before is null ? "remove" : after is null ? "add" : "replace", ["path"] = path };
        if (before is not null)
        {
            operation["value"] = before.DeepClone();
        }

        _operations.Add((JsonNode)operation);
    }
}
