using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>Whether the body of a request is one that people wrote out: every field with the value that it has there, and no others.</summary>
internal static partial class WrittenBody
{
    /// <summary>What of a body people wrote otherwise; null where it is theirs, or where they wrote none.</summary>
    public static string? FirstOther(string url, string body, AuthoredText authored)
    {
        var path = url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme && url.IndexOf('/', scheme + 3) is >= 0 and var at ? at : 0)..];
        var said = authored.Intent.Wishes(Intent.Send | Intent.Change | Intent.Delete).ConvertAll(w => w[0]).FindAll(p => p.Text.Contains(path, StringComparison.Ordinal));
        var written = said.SelectMany(Of).ToList();
        return written.Count == 0 || (Read(body) is { } given && written.Exists(w => Covers(w, given))) ? null : body.Length == 0 ? url : body;
    }

    private static IEnumerable<JsonElement> Of(AuthoredPassage said) => Objects().Matches(said.Text).Select(m => Read(m.Value)).OfType<JsonElement>();

    private static bool Covers(JsonElement written, JsonElement given) => written.ValueKind switch
    {
        JsonValueKind.String when GivenValues.IsOpen(written.GetString()!) => given.ValueKind is JsonValueKind.String or JsonValueKind.Number,
        JsonValueKind.Object => given.ValueKind == JsonValueKind.Object && given.EnumerateObject().Count() == written.EnumerateObject().Count()
            && written.EnumerateObject().All(member => given.TryGetProperty(member.Name, out var value) && Covers(member.Value, value)),
        _ => JsonElement.DeepEquals(written, given),
    };

    private static JsonElement? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\{(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Objects();
}
