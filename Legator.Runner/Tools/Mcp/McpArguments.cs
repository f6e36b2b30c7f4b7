using System.Text.Json;
using Legator.Core.Audit;
using Legator.Core.Guardrails;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Holds the arguments of a call against the schema that was read by <see cref="McpSchema"/>. Formats and patterns are the server's business.</summary>
internal sealed class McpArguments
{
    private const int MostSteps = 100_000;
    private const int MostDepth = 64;

    private readonly JsonElement _root;
    private int _steps;

    private McpArguments(JsonElement root) => _root = root;

    /// <exception cref="ToolInputException">They do not fit; the message names the member.</exception>
    public static void Check(JsonElement schema, JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("The arguments are not a JSON object.", schema);
        }

        if (new McpArguments(schema).Problem(schema, arguments, "", 0) is { } problem)
        {
            throw Invalid(problem, schema);
        }
    }

    private static ToolInputException Invalid(string message, JsonElement schema)
    {
        var members = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name).Take(50).ToList() : [];
        return new ToolInputException(GuardrailReason.InvalidArguments, message, members.Count == 0 ? null : $"Known are {string.Join(", ", members)}.");
    }

    private string? Problem(JsonElement schema, JsonElement value, string path, int depth)
    {
        if (++_steps > MostSteps || depth > MostDepth)
        {
            return "The arguments are too deep or too many.";
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return schema.ValueKind == JsonValueKind.False ? $"{Named(path)} is not allowed." : null;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(reference.GetString()!) is { } target ? Problem(target, value, path, depth + 1) : $"{Named(path)} cannot be checked: its schema is not there.";
        }

        return JsonKinds.Problem(schema, value, Named(path))
            ?? (value.ValueKind == JsonValueKind.Object ? Members(schema, value, path, depth) : value.ValueKind == JsonValueKind.Array ? Items(schema, value, path, depth) : null)
            ?? Alternatives(schema, value, path, depth);
    }

    private string? Members(JsonElement schema, JsonElement value, string path, int depth)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(r => r.GetString()!).FirstOrDefault(r => !value.TryGetProperty(r, out _))
            : null;
        if (missing is not null)
        {
            return $"{Named(Join(path, missing))} is missing.";
        }

        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        var names = schema.TryGetProperty("propertyNames", out var naming) ? naming : default;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var here = Join(path, member.Name);
            if (!seen.Add(member.Name))
            {
                return $"{Named(here)} is there twice.";
            }

            var told = known.ValueKind == JsonValueKind.Object && known.TryGetProperty(member.Name, out var found) ? found : others;
            if (told.ValueKind == JsonValueKind.False)
            {
                return $"There is no argument '{here}'.";
            }

            var problem = (told.ValueKind == JsonValueKind.Undefined ? null : Problem(told, member.Value, here, depth + 1))
                ?? (names.ValueKind == JsonValueKind.Undefined ? null : Problem(names, JsonSerializer.SerializeToElement(member.Name), here, depth + 1));
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private string? Items(JsonElement schema, JsonElement value, string path, int depth)
    {
        var first = schema.TryGetProperty("prefixItems", out var prefix) ? prefix.EnumerateArray().ToList() : [];
        var rest = schema.TryGetProperty("items", out var items) ? items : default;
        var seen = schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind == JsonValueKind.True ? new HashSet<string>(StringComparer.Ordinal) : null;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (seen?.Add(CanonicalJson.Sha256(item)) == false)
            {
                return $"{Named(path)} holds the same twice.";
            }

            var told = index < first.Count ? first[index] : rest;
            if (told.ValueKind != JsonValueKind.Undefined && Problem(told, item, $"{path}[{index}]", depth + 1) is { } problem)
            {
                return problem;
            }

            index++;
        }

        return null;
    }

    private string? Alternatives(JsonElement schema, JsonElement value, string path, int depth)
    {
        foreach (var each in schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray() : default)
        {
            if (Problem(each, value, path, depth + 1) is { } problem)
            {
                return problem;
            }
        }

        int Fitting(string word) => schema.TryGetProperty(word, out var list) ? list.EnumerateArray().Count(each => Problem(each, value, path, depth + 1) is null) : 1;

        return Fitting("anyOf") == 0 || Fitting("oneOf") != 1 ? $"{Named(path)} fits none of its alternatives, or several where one is meant."
            : schema.TryGetProperty("not", out var not) && Problem(not, value, path, depth + 1) is null ? $"{Named(path)} is what it must not be."
            : null;
    }

    private JsonElement? Resolve(string path)
    {
        var at = _root;
        foreach (var step in path.Split('/').Skip(1))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), out at))
            {
                return null;
            }
        }

        return at;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Named(string path) => path.Length == 0 ? "The value" : $"The argument '{path}'";
}
