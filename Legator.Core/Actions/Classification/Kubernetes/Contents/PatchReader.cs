using System.Text.Json.Nodes;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>Reads a patch of any of the three kinds into the fields that it changes.</summary>
internal static class PatchReader
{
    private const int MaxChanges = 5000;

    /// <summary>The changes; null when they cannot be told.</summary>
    /// <param name="text">The patch, in JSON or YAML.</param>
    /// <param name="type"><c>strategic</c>, <c>merge</c> or <c>json</c>, or the media type of one; null for strategic.</param>
    public static IReadOnlyList<PatchChange>? Read(string text, string? type)
    {
        if (ContentReader.Read(text, out _) is not [var document])
        {
            return null;
        }

        var changes = new List<PatchChange>();
        var complete = (type, document) switch
        {
            (null or "strategic" or "merge" or "application/merge-patch+json" or "application/strategic-merge-patch+json", JsonObject merged) => AddMerged(merged, "", changes, 0),
            ("json" or "application/json-patch+json", JsonArray operations) => operations.All(o => AddOperation(o, changes)),
            _ => false,
        };
        return complete && changes.Count <= MaxChanges ? changes : null;
    }

    private static bool AddMerged(JsonObject map, string path, List<PatchChange> changes, int depth)
    {
        foreach (var (name, value) in map)
        {
            var field = path.Length == 0 ? Escaped(name) : $"{path}/{Escaped(name)}";
            var fits = depth < 100 && changes.Count <= MaxChanges
                && (value is JsonObject { Count: > 0 } deeper ? AddMerged(deeper, field, changes, depth + 1) : AddLeaf(value, field, changes, depth));
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A list is a change itself, and so is every field of its items.</summary>
    private static bool AddLeaf(JsonNode? value, string field, List<PatchChange> changes, int depth)
    {
        changes.Add(new PatchChange(field, value));
        if (value is not JsonArray items)
        {
            return true;
        }

        foreach (var item in items)
        {
            if (item is JsonObject map && !AddMerged(map, field, changes, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddOperation(JsonNode? node, List<PatchChange> changes)
    {
        if (node is not JsonObject operation || ObjectText.Of(operation["op"]) is not { } op || Pointer(operation["path"]) is not { } path)
        {
            return false;
        }

        switch (op)
        {
            case "test":
                return true;
            case "remove":
                changes.Add(new PatchChange(path, null));
                return true;
            case "add" or "replace":
                return AddValue(operation["value"], path, changes);
            case "move" or "copy" when Pointer(operation["from"]) is { } from:
                changes.Add(new PatchChange(path, null));
                changes.Add(new PatchChange(from, null));
                return true;
            default:
                return false;
        }
    }

    private static bool AddValue(JsonNode? value, string path, List<PatchChange> changes)
    {
        if (value is not JsonObject { Count: > 0 } map)
        {
            return AddLeaf(value, path, changes, 0);
        }

        // What stood there before and is not in the value goes away.
        changes.Add(new PatchChange(path, null));
        return AddMerged(map, path, changes, 0);
    }

    private static string? Pointer(JsonNode? node) => ObjectText.Of(node) switch
    {
        "" => "",
        ['/', .. var rest] => rest.Replace("~0", "~", StringComparison.Ordinal),
        _ => null,
    };

    private static string Escaped(string name) => name.Contains('/') ? name.Replace("/", "~1", StringComparison.Ordinal) : name;
}
