using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Core.Skills;

/// <summary>Reads what the world answers.</summary>
internal static class RehearsalAnswerReader
{
    /// <summary>The answer that stands at a call: a text, or a mapping.</summary>
    public static RehearsalAnswer? AtCall(SkillFields call)
    {
        if (call.Node("answer") is null or JsonValue)
        {
            return call.Text("answer") is { } text ? new RehearsalAnswer { Text = text } : null;
        }

        if (call.Map("answer") is not { } fields)
        {
            return null;
        }

        fields.RefuseUnknown("text", "failed", "object", "pods");
        return Read(fields);
    }

    /// <summary>The answers of a list; null when there is none.</summary>
    public static IReadOnlyList<RehearsalAnswer>? List(SkillFields fields, string name) => fields.Has(name) ? [.. fields.Maps(name).Select(OfList)] : null;

    private static RehearsalAnswer OfList(SkillFields fields)
    {
        fields.RefuseUnknown("tool", "arguments", "text", "failed", "object", "pods");
        return Read(fields) with { Tool = fields.Required("tool", "write the tool that answers, e.g. kubectl.get"), Arguments = Element(fields, "arguments") };
    }

    private static RehearsalAnswer Read(SkillFields fields)
    {
        if (!fields.Has("text"))
        {
            fields.Notes.Problem(fields.Path("text"), "missing: write what the tool answers");
        }

        return new RehearsalAnswer { Text = fields.Text("text") ?? "", Failed = fields.Flag("failed"), Object = Element(fields, "object"), Pods = Pods(fields) };
    }

    private static JsonElement? Element(SkillFields fields, string name) =>
        fields.Map(name) is null ? null : JsonSerializer.SerializeToElement(fields.Node(name), LegatorJson.Options);

    private static JsonElement? Pods(SkillFields fields)
    {
        if (!fields.Has("pods"))
        {
            return null;
        }

        if (fields.Node("pods") is not JsonArray pods || fields.Maps("pods").Count() < pods.Count)
        {
            fields.Notes.Problem(fields.Path("pods"), "a list of mappings was expected, each a pod as the cluster writes it");
            return null;
        }

        return JsonSerializer.SerializeToElement(pods, LegatorJson.Options);
    }
}
