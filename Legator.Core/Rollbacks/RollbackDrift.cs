using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Core.Rollbacks;

/// <summary>Tells whether an object is still as an action left it.</summary>
public static class RollbackDrift
{
    private const int WidestValue = 120;
    private const string Separator = "; ";
    private const string CheckPrefix = "nobody changed what action ";

    /// <summary>What the pre-condition is called by which an undo asks for it.</summary>
    /// <param name="seq">The action.</param>
    public static string CheckOf(int seq) => $"{CheckPrefix}{seq} changed";

    /// <summary>True for such a name.</summary>
    public static bool IsCheck(string check) => check.StartsWith(CheckPrefix, StringComparison.Ordinal);

    /// <summary>The phrases as one sentence.</summary>
    public static string Sentence(IReadOnlyList<string> phrases) => $"{string.Join(Separator, phrases)}.";

    /// <summary>The phrases of such a sentence.</summary>
    public static IReadOnlyList<string> Phrases(string sentence) => sentence.TrimEnd('.').Split(Separator);

    /// <summary>What has changed since, a phrase each; empty when nothing has, or when all of it is as it was before the action.</summary>
    /// <param name="step">The call that takes the action back.</param>
    /// <param name="now">The object as it is; null when there is none.</param>
    public static IReadOnlyList<string> Of(RollbackStep step, JsonObject? now)
    {
        if (step.Missing == true)
        {
            return now is null ? [] : ["there is such an object again"];
        }

        if (IsTakenBack(step, now))
        {
            return [];
        }

        if (now is null)
        {
            return ["there is no such object any more"];
        }

        return [.. step.Fields.Select(f => (Field: f, Now: JsonPointer.Read(now, f.Path))).Where(f => !Equal(f.Now, f.Field.After)).Select(f => $"{f.Field.Path} was left at {Text(Node(f.Field.After))} and is {Text(f.Now)} now")];
    }

    /// <summary>True when all that the action changed is as it was before it.</summary>
    /// <param name="step">The call that takes the action back.</param>
    /// <param name="now">The object as it is; null when there is none.</param>
    public static bool IsTakenBack(RollbackStep step, JsonObject? now) =>
        now is null ? step.Fields.All(f => f.Before is null) : step.Fields.All(f => Equal(JsonPointer.Read(now, f.Path), f.Before));

    private static bool Equal(JsonNode? now, JsonElement? recorded) => JsonNode.DeepEquals(now, Node(recorded));

    private static JsonNode? Node(JsonElement? element) => element is { } value ? JsonSerializer.SerializeToNode(value, LegatorJson.Options) : null;

    private static string Text(JsonNode? node)
    {
        var text = node?.ToJsonString(LegatorJson.Options) ?? "nothing";
        return text.Length <= WidestValue ? text : string.Concat(text.AsSpan(0, WidestValue), "…");
    }
}
