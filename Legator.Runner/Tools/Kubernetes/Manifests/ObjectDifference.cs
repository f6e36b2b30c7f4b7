using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>Says field by field what differs between two states of an object. That a secret differs is said, and never what it is.</summary>
internal static class ObjectDifference
{
    private const int WidestValue = 200;

    // What the API itself counts and notes.
    private static readonly string[] Ignored =
    [
        "status", "metadata.resourceVersion", "metadata.generation", "metadata.uid", "metadata.creationTimestamp", "metadata.managedFields", "metadata.selfLink",
        "metadata.annotations.kubectl.kubernetes.io/last-applied-configuration",
    ];

    /// <summary>One line each; none when both are the same.</summary>
    public static IReadOnlyList<string> Of(JsonObject before, JsonObject after)
    {
        var lines = new List<string>();
        Compare(before, after, ObjectSecrets.Masked(before), ObjectSecrets.Masked(after), "", lines);
        return lines;
    }

    private static void Compare(JsonNode? before, JsonNode? after, JsonNode? beforeShown, JsonNode? afterShown, string path, List<string> lines)
    {
        if (JsonNode.DeepEquals(before, after) || Ignored.Contains(path))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject left, JsonObject right):
                foreach (var name in left.Select(m => m.Key).Concat(right.Select(m => m.Key)).Distinct(StringComparer.Ordinal))
                {
                    Compare(left[name], right[name], (beforeShown as JsonObject)?[name], (afterShown as JsonObject)?[name], path.Length == 0 ? name : $"{path}.{name}", lines);
                }

                break;
            case (JsonArray left, JsonArray right):
                CompareLists(left, right, beforeShown as JsonArray, afterShown as JsonArray, path, lines);
                break;
            default:
                lines.Add(Line(path, before, after, beforeShown, afterShown));
                break;
        }
    }

    private static void CompareLists(JsonArray before, JsonArray after, JsonArray? beforeShown, JsonArray? afterShown, string path, List<string> lines)
    {
        var named = Names(before) is { } left && Names(after) is { } right ? left.Union(right, StringComparer.Ordinal).ToList() : null;
        foreach (var key in named ?? [.. Enumerable.Range(0, Math.Max(before.Count, after.Count)).Select(i => $"{i}")])
        {
            var (i, j) = named is null ? (int.Parse(key, null), int.Parse(key, null)) : (IndexOf(before, key), IndexOf(after, key));
            Compare(At(before, i), At(after, j), At(beforeShown, i), At(afterShown, j), $"{path}[{key}]", lines);
        }
    }

    private static string Line(string path, JsonNode? before, JsonNode? after, JsonNode? beforeShown, JsonNode? afterShown)
    {
        var (was, becomes) = (Text(beforeShown), Text(afterShown));
        return before is null ? $"+ {path}: {becomes}"
            : after is null ? $"- {path}: {was}"
            : was == becomes || was.Contains(Redactor.Mark, StringComparison.Ordinal) ? $"~ {path} (changed, not shown)"
            : $"~ {path}: {was} -> {becomes}";
    }

    private static string Text(JsonNode? node)
    {
        var text = node?.ToJsonString(LegatorJson.Options) ?? "nothing";
        return OutputBounds.Cut(text, WidestValue);
    }

    /// <summary>The names of a list's items; null where they do not all have one of their own.</summary>
    private static List<string>? Names(JsonArray list)
    {
        var names = list.Select(i => ObjectFields.Text(i, "name")).ToList();
        return names.TrueForAll(n => n.Length > 0) && names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : null;
    }

    private static int IndexOf(JsonArray list, string name) => list.ToList().FindIndex(i => ObjectFields.Text(i, "name") == name);

    private static JsonNode? At(JsonArray? list, int index) => list is not null && index >= 0 && index < list.Count ? list[index] : null;
}
