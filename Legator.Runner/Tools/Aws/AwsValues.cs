using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Aws;

/// <summary>Turns the words after an option into what its parameter takes. Members go by the names that are sent.</summary>
internal static class AwsValues
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <exception cref="ToolInputException">The words do not fit.</exception>
    public static JsonNode Read(string option, AwsShape shape, IReadOnlyList<string> words)
    {
        if (shape.Kind == AwsKind.Flag && words.Count == 0)
        {
            return JsonValue.Create(true);
        }

        if (words.Count == 0)
        {
            throw AwsLine.Invalid($"The option --{option} has no value.");
        }

        if (shape.Kind == AwsKind.List && !(words is [{ } one] && one.StartsWith('[')))
        {
            return new JsonArray([.. words.Select(w => Word(option, shape.Item!, w))]);
        }

        return words.Count == 1
            ? Word(option, shape, words[0])
            : throw AwsLine.Invalid($"The option --{option} takes one value.", "Quote a value that has blanks in it.");
    }

    /// <summary>A value that was written as one word.</summary>
    public static JsonNode Word(string option, AwsShape shape, string word) => shape.Kind switch
    {
        AwsKind.Structure when !word.StartsWith('{') => AwsShorthand.Read(option, shape, word),
        AwsKind.Map when !word.StartsWith('{') => new JsonObject(word.Split(',').Select(p => p.Split('=', 2)).Select(p =>
            p.Length == 2 ? KeyValuePair.Create<string, JsonNode?>(p[0], p[1]) : throw Unfit(option, "key=value,key=value"))),
        AwsKind.Structure or AwsKind.Map or AwsKind.Any or AwsKind.List => Json(option, shape, Parse(option, word)),
        AwsKind.Number => Number(option, word),
        AwsKind.Flag => word switch { "true" => JsonValue.Create(true), "false" => JsonValue.Create(false), _ => throw Unfit(option, "true or false") },
        AwsKind.Time => Time(option, word),
        _ => JsonValue.Create(word),
    };

    private static JsonNode Parse(string option, string word)
    {
        try
        {
            return JsonNode.Parse(word, documentOptions: Shallow) ?? throw Unfit(option, "JSON");
        }
        catch (JsonException)
        {
            throw Unfit(option, "JSON");
        }
    }

    private static JsonNode Json(string option, AwsShape shape, JsonNode node) => (shape.Kind, node) switch
    {
        (AwsKind.Any, _) => node.DeepClone(),
        (AwsKind.Map, JsonObject map) => new JsonObject(map.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Scalar(option, m.Value)))),
        (AwsKind.List, JsonArray list) => new JsonArray([.. list.Select(i => Json(option, shape.Item!, i ?? throw Unfit(option, "no null")))]),
        (AwsKind.Structure, JsonObject members) => new JsonObject(members.Select(m => Member(option, shape, m.Key, m.Value))),
        (AwsKind.List or AwsKind.Structure or AwsKind.Map, _) => throw Unfit(option, shape.Kind == AwsKind.List ? "a list" : "an object"),
        _ => Word(option, shape, Scalar(option, node)),
    };

    private static KeyValuePair<string, JsonNode?> Member(string option, AwsShape shape, string name, JsonNode? value)
    {
        var member = AwsShorthand.Member(option, shape, name);
        return new(member.Wire, Json(option, member.Shape, value ?? throw Unfit(option, "no null")));
    }

    private static string Scalar(string option, JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => throw Unfit(option, "a text"),
    };

    private static JsonValue Number(string option, string word) =>
        long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonValue.Create(number)
        : throw Unfit(option, "a number");

    private static JsonValue Time(string option, string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 32_503_680_000 ? JsonValue.Create(DateTimeOffset.FromUnixTimeSeconds(seconds))
        : DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? JsonValue.Create(time)
        : throw Unfit(option, "a time, e.g. 2026-01-31T12:00:00Z");

    public static ToolInputException Unfit(string option, string wanted) => AwsLine.Invalid($"A value of the option --{option} does not fit.", $"It takes {wanted}.");
}
