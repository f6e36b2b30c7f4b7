using System.Text.Json;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>Whether labels and annotations have the values that people gave them for this object: each key with its value in one sentence, that is about no other object.</summary>
internal static class WrittenMarks
{
    /// <summary>The first mark whose value people did not write beside its key; null for none.</summary>
    public static string? FirstOther(JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        var name = arguments.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        return new[] { "labels", "annotations" }.SelectMany(field => arguments.TryGetProperty(field, out var marks) && marks.ValueKind == JsonValueKind.Object ? marks.EnumerateObject() : default(IEnumerable<JsonProperty>) ?? [])
            .Where(mark => mark.Value.ValueKind == JsonValueKind.String && !IsWritten(mark.Name, mark.Value.GetString()!, name, authored, reading)).Select(mark => $"{mark.Name}={mark.Value.GetString()}").FirstOrDefault();
    }

    private static bool IsWritten(string key, string value, string name, AuthoredText authored, OutsideReading reading)
    {
        var about = authored.Intent.Texts.SelectMany(t => t.All).Where(p => WrittenPieces.IsIn(p.Text, key)).ToList();

        // Where one of them asks for the mark, the others tell of other things.
        about = about.Exists(p => p.Asking(Intent.Label | Intent.Annotate, []).Any()) ? about.FindAll(p => p.Asking(Intent.Label | Intent.Annotate, []).Any()) : about;

        // A key that no sentence has stands in the sheet or in the environment.
        return about.Count == 0 || value.Length == 0 || about.Exists(p => !p.AsksNothing && IsBeside(p, key, value) && (p.Names(name) || !p.Terms.Any(t => IsOther(t, key, value, p, reading))));
    }

    // A name of another object, that is neither the key nor the value, nor a place.
    private static bool IsOther(string term, string key, string value, AuthoredPassage said, OutsideReading reading) =>
        reading.IsListed(term) && !AuthoredPassage.IsGrammar(term) && !WrittenPieces.IsIn(key, term) && !WrittenPieces.IsIn(value, term) && !said.Places(_ => true).Contains(term);

    private static bool IsBeside(AuthoredPassage said, string key, string value)
    {
        var text = WrittenPieces.Plain(said.Text);
        var plain = WrittenPieces.Plain(value);
        for (var at = text.IndexOf(key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            if (WrittenPieces.IsIn(text[(at + key.Length)..], plain))
            {
                return true;
            }
        }

        return false;
    }
}
