using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Parses the paths of printer columns.</summary>
internal sealed class JsonPathParser(string path)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];
    private readonly List<JsonPathStep> steps = [];
    private int position;

    public JsonPathStep[] Run()
    {
        Skip('$');
        while (position < path.Length)
        {
            switch (path[position])
            {
                case '.' when position + 1 < path.Length && path[position + 1] == '.':
                    position++;
                    steps.Add(new JsonPathStep(JsonPathStepKind.Descend));
                    break;
                case '.':
                    position++;
                    Field();
                    break;
                case '[':
                    Bracket();
                    break;
                default:
                    Field();
                    break;
            }
        }
        return [.. steps];
    }

    private void Field()
    {
        if (position < path.Length && path[position] == '[')
        {
            return;
        }
        var name = new StringBuilder();
        while (position < path.Length && path[position] is not ('.' or '['))
        {
            position += path[position] == '\\' && position + 1 < path.Length ? 1 : 0;
            name.Append(path[position++]);
        }
        if (name.Length > 0)
        {
            steps.Add(name.ToString() == "*" ? new JsonPathStep(JsonPathStepKind.Wildcard) : new JsonPathStep(JsonPathStepKind.Field, name.ToString()));
        }
    }

    private void Bracket()
    {
        var body = BracketBody();
        if (body == "*")
        {
            steps.Add(new JsonPathStep(JsonPathStepKind.Wildcard));
        }
        else if (body.StartsWith("?(", StringComparison.Ordinal) && body.EndsWith(')'))
        {
            steps.Add(new JsonPathStep(JsonPathStepKind.Filter, Filter: Filter(body[2..^1].Trim())));
        }
        else if (Unquoted(body) is { } name)
        {
            steps.Add(new JsonPathStep(JsonPathStepKind.Field, name));
        }
        else
        {
            steps.Add(Range(body));
        }
    }

    private string BracketBody()
    {
        var start = ++position;
        var depth = 1;
        char? quote = null;
        for (; position < path.Length; position++)
        {
            var c = path[position];
            if (quote is not null)
            {
                quote = c == quote ? null : quote;
                continue;
            }
            quote = c is '"' or '\'' ? c : null;
            depth += c switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return path[start..position++].Trim();
            }
        }
        throw new FormatException($"unterminated array in {path}");
    }

    private JsonPathStep Range(string body)
    {
        var parts = body.Split(':');
        if (parts.Length == 1 && int.TryParse(body, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            return new JsonPathStep(JsonPathStepKind.Index, Start: index);
        }
        if (parts.Length == 2 && Bound(parts[0], out var start) && Bound(parts[1], out var end))
        {
            return new JsonPathStep(JsonPathStepKind.Slice, Start: start ?? 0, End: end);
        }
        throw new FormatException($"invalid array index {body}");
    }

    private JsonPathFilter Filter(string condition)
    {
        foreach (var symbol in Operators)
        {
            var at = condition.IndexOf(symbol, StringComparison.Ordinal);
            if (at > 0)
            {
                return new JsonPathFilter(Inner(condition[..at].Trim()), symbol, Literal(condition[(at + symbol.Length)..].Trim()));
            }
        }
        return new JsonPathFilter(Inner(condition), "", null);
    }

    private static JsonPath Inner(string text) => JsonPath.Parse(text.StartsWith('@') ? text[1..] : text);

    private static JsonNode? Literal(string text)
    {
        if (Unquoted(text) is { } quoted)
        {
            return JsonValue.Create(quoted);
        }
        return text switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => throw new FormatException($"unrecognized literal {text}"),
        };
    }

    private static string? Unquoted(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1].Replace("\\", "", StringComparison.Ordinal) : null;

    private static bool Bound(string text, out int? bound)
    {
        bound = null;
        if (text.Length == 0)
        {
            return true;
        }
        var parsed = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        bound = number;
        return parsed;
    }

    private void Skip(char c) => position += path.Length > position && path[position] == c ? 1 : 0;
}
