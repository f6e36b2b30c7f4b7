using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Core.Resources.Schema;

/// <summary>Walks a value along a structural schema. It knows what the schemas of our kinds use, no more.</summary>
internal sealed class SchemaWalk
{
    private const int MaxDepth = 64;

    // Our own patterns, on fields that are a line long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly List<FieldProblem> _problems = [];

    private SchemaWalk()
    {
    }

    public static IReadOnlyList<FieldProblem> Check(JsonObject schema, JsonNode? value, string path)
    {
        var walk = new SchemaWalk();
        walk.Visit(schema, value, path, 0);
        return walk._problems;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool Flag(JsonObject schema, string name) => schema[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private void Problem(string path, string message) => _problems.Add(new FieldProblem(path, message));

    private void Visit(JsonObject schema, JsonNode? value, string path, int depth)
    {
        if (value is null)
        {
            if (!Flag(schema, "nullable") && schema["default"] is null)
            {
                Problem(path, $"is empty: write {Wanted(schema)}, or leave it out");
            }

            return;
        }

        if (depth > MaxDepth)
        {
            Problem(path, "is nested too deeply");
        }
        else if (!IsOfType(schema, value))
        {
            Problem(path, $"{Shown(value)} is not {Wanted(schema)}");
        }
        else
        {
            VisitFitting(schema, value, path, depth);
        }
    }

    private void VisitFitting(JsonObject schema, JsonNode value, string path, int depth)
    {
        switch (value)
        {
            case JsonObject map:
                Fields(schema, map, path, depth);
                break;
            case JsonArray list:
                Items(schema, list, path, depth);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                Text(schema, scalar.GetValue<string>(), path);
                break;
            default:
                Number(schema, value, path);
                break;
        }
    }

    private void Fields(JsonObject schema, JsonObject map, string path, int depth)
    {
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !map.ContainsKey(name)))
        {
            Problem(Join(path, name), $"is missing: write {Wanted(schema["properties"]?[name] as JsonObject ?? [])}");
        }

        var known = schema["properties"] as JsonObject;
        foreach (var (name, inner) in map)
        {
            if (known?[name] is JsonObject field)
            {
                Visit(field, inner, Join(path, name), depth + 1);
            }
            else if (schema["additionalProperties"] is JsonObject any)
            {
                Visit(any, inner, Join(path, name), depth + 1);
            }
            else if (!Flag(schema, "x-kubernetes-preserve-unknown-fields") && schema["additionalProperties"] is null && known is not null)
            {
                Problem(Join(path, name), $"there is no such field: {Nearest(name, known)}");
            }
        }
    }

    private static string Nearest(string name, JsonObject known)
    {
        var alike = known.Select(field => field.Key).Where(field => field.Equals(name, StringComparison.OrdinalIgnoreCase) || IsNear(field, name)).ToList();
        return alike.Count > 0 ? $"did you mean {string.Join(" or ", alike)}?" : $"the fields here are {string.Join(", ", known.Select(field => field.Key))}";
    }

    /// <summary>A letter more, less, other, or two of them changed over.</summary>
    private static bool IsNear(string one, string other)
    {
        var (start, end) = (0, 0);
        var least = Math.Min(one.Length, other.Length);
        while (start < least && char.ToLowerInvariant(one[start]) == char.ToLowerInvariant(other[start]))
        {
            start++;
        }

        while (end < least - start && char.ToLowerInvariant(one[^(end + 1)]) == char.ToLowerInvariant(other[^(end + 1)]))
        {
            end++;
        }

        var (left, right) = (one.Length - start - end, other.Length - start - end);
        return least >= 3 && Math.Max(left, right) <= 2 && Math.Abs(left - right) <= 1 && (left <= 1 || right <= 1 || one[start] == other[^(end + 1)]);
    }

    private void Items(JsonObject schema, JsonArray list, string path, int depth)
    {
        if (schema["minItems"] is { } least && list.Count < Bound(least))
        {
            Problem(path, $"has {list.Count} entries: write at least {least}");
        }

        for (var index = 0; schema["items"] is JsonObject item && index < list.Count; index++)
        {
            Visit(item, list[index], $"{path}[{index}]", depth + 1);
        }
    }

    private void Text(JsonObject schema, string text, string path)
    {
        if (schema["enum"] is JsonArray values && !values.Any(value => (string?)value == text))
        {
            Problem(path, $"'{Short(text)}' is not one of {string.Join(", ", values.Select(value => (string?)value))}");
        }

        if (schema["minLength"] is { } least && text.Length < Bound(least))
        {
            Problem(path, $"is shorter than {least}: write {Wanted(schema)}");
        }

        if (schema["maxLength"] is { } most && text.Length > Bound(most))
        {
            Problem(path, $"is longer than {most} characters");
        }

        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!, RegexOptions.CultureInvariant, Patience))
        {
            Problem(path, $"'{Short(text)}' does not fit the pattern {pattern}");
        }
    }

    private void Number(JsonObject schema, JsonNode value, string path)
    {
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        if (schema["minimum"] is { } least && number < Bound(least))
        {
            Problem(path, $"{value.ToJsonString()} is too little: write at least {least.ToJsonString()}");
        }

        if (schema["maximum"] is { } most && number > Bound(most))
        {
            Problem(path, $"{value.ToJsonString()} is too much: write at most {most.ToJsonString()}");
        }
    }

    private static bool IsOfType(JsonObject schema, JsonNode value) => (string?)schema["type"] switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value.GetValueKind() == JsonValueKind.String,
        "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => value.GetValueKind() == JsonValueKind.Number,
        _ => true,
    };

    private static string Wanted(JsonObject schema) => schema["enum"] is JsonArray values
        ? $"one of {string.Join(", ", values.Select(value => (string?)value))}"
        : (string?)schema["type"] switch
        {
            "object" => "a mapping (key: value)",
            "array" => "a list",
            "string" => "a text",
            "boolean" => "true or false",
            "integer" => "a whole number",
            "number" => "a number",
            _ => "a value",
        };

    private static string Shown(JsonNode value) => value switch
    {
        JsonObject => "a mapping",
        JsonArray => "a list",
        _ when value.GetValueKind() == JsonValueKind.String => $"'{Short(value.GetValue<string>())}'",
        _ => value.ToJsonString(),
    };

    private static decimal Bound(JsonNode bound) => decimal.Parse(bound.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
