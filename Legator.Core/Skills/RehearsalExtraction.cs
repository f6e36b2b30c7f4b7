using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Core.Skills;

/// <summary>Takes a value from a tool's result; null when it is not there.</summary>
internal static class RehearsalExtraction
{
    public static string? Take(RehearsalExtractor extractor, string text) =>
        extractor.Json is not null ? TakeJson(extractor.Json, text)
        : extractor.Regex is not null ? TakeMatch(extractor.Regex, text)
        : TakeCount(extractor.Lines!, text);

    private static string? TakeMatch(string pattern, string text)
    {
        var match = RehearsalPattern.Compile(pattern).Match(text);
        return match.Success ? (match.Groups.Count > 1 ? match.Groups[1].Value : match.Value) : null;
    }

    private static string TakeCount(string pattern, string text)
    {
        var regex = RehearsalPattern.Compile(pattern);
        return text.Split('\n').Count(line => regex.IsMatch(line.TrimEnd('\r'))).ToString(CultureInfo.InvariantCulture);
    }

    private static string? TakeJson(string path, string text)
    {
        var node = FirstJson(text);
        foreach (var step in path.TrimStart('$').Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonObject map => map[step],
                JsonArray items when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < items.Count => items[index],
                _ => null,
            };
        }

        return node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString(LegatorJson.Options);
    }

    /// <summary>Results often have a line or two before their JSON, such as the status of an HTTP reply.</summary>
    private static JsonNode? FirstJson(string text)
    {
        for (var at = text.IndexOfAny(['{', '[']); at >= 0; at = text.IndexOfAny(['{', '['], at + 1))
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text[at..]), new JsonReaderOptions { AllowMultipleValues = true });
            try
            {
                return JsonNode.Parse(ref reader);
            }
            catch (JsonException)
            {
                continue;
            }
        }

        return null;
    }
}
