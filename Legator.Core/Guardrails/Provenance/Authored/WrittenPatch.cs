using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Outward;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>Whether a patch sets the fields that people wrote to the values that they wrote behind them: not one field to what they said of another.</summary>
internal static class WrittenPatch
{
    private static readonly string[] Structure = ["spec", "template", "metadata", "containers", "initContainers", "data", "name"];

    /// <summary>Fields of a patch, by their last part, with their values; empty where it cannot be read.</summary>
    public static IEnumerable<(string Field, string Value)> FieldsOf(JsonElement arguments)
    {
        if (!arguments.TryGetProperty("patch", out var patch))
        {
            return [];
        }

        if (patch.ValueKind != JsonValueKind.String)
        {
            return Leaves("", patch);
        }

        try
        {
            using var document = JsonDocument.Parse(patch.GetString()!);
            return [.. Leaves("", document.RootElement.Clone())];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>True for a part that every object has.</summary>
    public static bool IsStructure(string part) => Structure.Contains(part);

    /// <summary>The first field that people gave another value; null for none.</summary>
    public static string? FirstOther(JsonElement arguments, AuthoredText authored)
    {
        var said = authored.Intent.Texts.SelectMany(t => t.All).Where(p => !p.AsksNothing).ToList();
        return FieldsOf(arguments).Where(f => said.Exists(p => At(p, f.Field) >= 0) && !said.Exists(p => Gives(p, f.Field, f.Value))).Select(f => $"{f.Field}={f.Value}").FirstOrDefault();
    }

    // Behind the field, and before the next one that is written with its path.
    private static bool Gives(AuthoredPassage said, string field, string value)
    {
        var at = At(said, field);
        var rest = said.Terms.Skip(at + 1).TakeWhile(t => !IsField(t)).ToList();
        var values = OutwardWords.Terms(value).ToList();
        return at >= 0 && values.TrueForAll(v => rest.Contains(v, StringComparer.Ordinal));
    }

    private static int At(AuthoredPassage said, string field) =>
        Enumerable.Range(0, said.Terms.Count).FirstOrDefault(i => said.Terms[i].Equals(field, StringComparison.Ordinal) || (IsField(said.Terms[i]) && said.Terms[i].EndsWith("." + field, StringComparison.Ordinal)), -1);

    private static bool IsField(string term) => term.StartsWith("spec.", StringComparison.Ordinal) || term.StartsWith("metadata.", StringComparison.Ordinal) || term.StartsWith("data.", StringComparison.Ordinal);

    private static IEnumerable<(string Field, string Value)> Leaves(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Leaves(m.Name, m.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(v => Leaves(field, v)),
        _ when field.Length == 0 || IsStructure(field) => [],
        _ => [(field, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())],
    };
}
