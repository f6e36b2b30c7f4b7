using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Tests.ModelStandIn;

/// <summary>Holds a document against a JSON schema, as far as the schemas beside it use the language. A word of it that is not known here is an error of the schema.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly string[] Known =
        ["$defs", "$ref", "$comment", "title", "type", "enum", "const", "required", "properties", "additionalProperties", "items", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "anyOf"];

    public static SchemaCheck Load(string name) =>
        new((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ModelStandIn", "Schemas", name)))!);

    /// <summary>Everything in which the document departs from the schema; each with its place.</summary>
    public IReadOnlyList<string> Problems(JsonNode? document) => [.. Check(document, root, "$")];

    private IEnumerable<string> Check(JsonNode? node, JsonObject schema, string at)
    {
        if (schema.Select(p => p.Key).Except(Known).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"The schema of {at} has '{unknown}', which is not understood here.");
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            return Check(node, (JsonObject)root["$defs"]![reference["#/$defs/".Length..]]!, at);
        }

        return AnyOf(node, schema, at).Concat(Value(node, schema, at)).Concat(node switch
        {
            JsonObject item => Members(item, schema, at),
            JsonArray list => Items(list, schema, at),
            JsonValue => Text(node, schema, at).Concat(Number(node, schema, at)),
            _ => [],
        });
    }

    private IEnumerable<string> AnyOf(JsonNode? node, JsonObject schema, string at)
    {
        if (schema["anyOf"] is not JsonArray choices)
        {
            return [];
        }

        var each = choices.Select(choice => Check(node, (JsonObject)choice!, at).ToList()).ToList();
        return each.Any(problems => problems.Count == 0) ? [] : each.OrderBy(problems => problems.Count).First();
    }

    private static IEnumerable<string> Value(JsonNode? node, JsonObject schema, string at)
    {
        var types = schema["type"] switch { JsonArray many => many.Select(t => (string)t!), { } one => [(string)one!], null => [] };
        if (types.Any() && !types.Any(type => Is(node, type)))
        {
            yield return $"{at} is {Show(node)} and not {string.Join(" or ", types)}";
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(value => JsonNode.DeepEquals(value, node)))
        {
            yield return $"{at} is {Show(node)} and none of {allowed.ToJsonString()}";
        }

        if (schema.ContainsKey("const") && !JsonNode.DeepEquals(schema["const"], node))
        {
            yield return $"{at} is {Show(node)} and not {Show(schema["const"])}";
        }
    }

    private IEnumerable<string> Members(JsonObject item, JsonObject schema, string at)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        var missing = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !item.ContainsKey(name)).Select(name => $"{at}.{name} is missing");
        var wrong = item.SelectMany(member => (properties[member.Key], schema["additionalProperties"]) switch
        {
            (JsonObject known, _) => Check(member.Value, known, $"{at}.{member.Key}"),
            (_, JsonObject others) => Check(member.Value, others, $"{at}.{member.Key}"),
            (_, JsonValue no) when !(bool)no => [$"{at}.{member.Key} is not known"],
            _ => [],
        });
        return missing.Concat(wrong);
    }

    private IEnumerable<string> Items(JsonArray list, JsonObject schema, string at)
    {
        if (list.Count < ((int?)schema["minItems"] ?? 0) || list.Count > ((int?)schema["maxItems"] ?? int.MaxValue))
        {
            yield return $"{at} has {list.Count} items";
        }

        if (schema["items"] is JsonObject each)
        {
            foreach (var problem in list.SelectMany((item, index) => Check(item, each, $"{at}[{index}]")))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Text(JsonNode node, JsonObject schema, string at)
    {
        if (!Is(node, "string"))
        {
            yield break;
        }

        var text = (string)node!;
        if (text.Length < ((int?)schema["minLength"] ?? 0) || text.Length > ((int?)schema["maxLength"] ?? int.MaxValue))
        {
            yield return $"{at} has {text.Length} characters";
        }

        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            yield return $"{at} is {Show(node)} and not like {pattern}";
        }
    }

    private static IEnumerable<string> Number(JsonNode node, JsonObject schema, string at)
    {
        if (Is(node, "number") && double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) is var number
            && (number < ((double?)schema["minimum"] ?? double.MinValue) || number > ((double?)schema["maximum"] ?? double.MaxValue)))
        {
            yield return $"{at} is {Show(node)}";
        }
    }

    private static bool Is(JsonNode? node, string type) => (node?.GetValueKind(), type) switch
    {
        (null or System.Text.Json.JsonValueKind.Null, "null") => true,
        (System.Text.Json.JsonValueKind.Object, "object") or (System.Text.Json.JsonValueKind.Array, "array") or (System.Text.Json.JsonValueKind.String, "string") => true,
        (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False, "boolean") or (System.Text.Json.JsonValueKind.Number, "number") => true,
        (System.Text.Json.JsonValueKind.Number, "integer") => double.IsInteger(double.Parse(node!.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => false,
    };

    private static string Show(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 80)] : "null";
}
