using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core;

namespace Legator.Runner.Gate;

/// <summary>Puts what an action is about into the arguments of a call that its sheet wants made: <c>${target.name}</c>, <c>${target.namespace}</c>, <c>${arguments.NAME}</c>.</summary>
internal static partial class ConditionPlaces
{
    private const int Deepest = 16;

    /// <summary>The arguments with every place filled; null when one stands for nothing.</summary>
    public static JsonElement? Fill(JsonElement arguments, CallFacts call)
    {
        var filled = Fill(JsonNode.Parse(arguments.GetRawText()), call, 0, out var complete);
        return complete ? JsonSerializer.SerializeToElement(filled, LegatorJson.Options) : null;
    }

    private static JsonNode? Fill(JsonNode? node, CallFacts call, int depth, out bool complete)
    {
        complete = depth < Deepest;
        switch (node)
        {
            case JsonObject map when complete:
                var copy = new JsonObject();
                foreach (var (name, value) in map)
                {
                    copy[name] = Fill(value, call, depth + 1, out var inner);
                    complete &= inner;
                }

                return copy;
            case JsonArray list when complete:
                var items = new JsonArray();
                foreach (var item in list)
                {
                    items.Add(Fill(item, call, depth + 1, out var inner));
                    complete &= inner;
                }

                return items;
            case JsonValue value when value.TryGetValue<string>(out var text):
                return Fill(text, call, ref complete);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Fill(string text, CallFacts call, ref bool complete)
    {
        // A place that is the whole text keeps the type of what it stands for.
        if (Place().Match(text) is { Success: true } whole && whole.Length == text.Length)
        {
            var node = Value(whole.Groups[1].Value, call);
            complete &= node is not null;
            return node;
        }

        var all = complete;
        var filled = Place().Replace(text, match =>
        {
            var value = Value(match.Groups[1].Value, call)?.ToString();
            all &= value is not null;
            return value ?? "";
        });
        complete = all;
        return filled;
    }

    private static JsonNode? Value(string name, CallFacts call) => name switch
    {
        "target.name" => call.Prepared?.Name,
        "target.namespace" => call.Prepared?.Actions is [var first, ..] ? first.Target.Namespace : null,
        _ when name.StartsWith("arguments.", StringComparison.Ordinal) => Argument(name["arguments.".Length..], call.Arguments),
        _ => null,
    };

    private static JsonNode? Argument(string name, JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            ? JsonNode.Parse(value.GetRawText())
            : null;

    [GeneratedRegex(@"\$\{([A-Za-z][A-Za-z0-9_.\-]{0,100})\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
