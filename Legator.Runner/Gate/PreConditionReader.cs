using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails;

namespace Legator.Runner.Gate;

/// <summary>Checks a pre-condition against the object that a call is about. It understands <c>exists</c>, <c>missing</c>, and a field compared with a value: <c>spec.replicas &gt; 1</c>, <c>metadata.labels.tier != database</c>. What it does not understand does not hold.</summary>
internal static partial class PreConditionReader
{
    private const string Usage = "Write 'exists', 'missing', or a field and a value, e.g. 'status.readyReplicas >= 1' or 'metadata.labels.tier != database'.";

    public static PreConditionResult Check(string check, JsonObject? found)
    {
        var text = check.Trim();
        if (text is "exists" or "missing")
        {
            return new(check, found is not null == (text is "exists"), found is null ? "there is no such object." : "the object exists.");
        }

        if (Comparison().Match(text) is not { Success: true } match)
        {
            return new(check, false, $"it cannot be checked. {Usage}");
        }

        if (found is null)
        {
            return new(check, false, "there is no such object.");
        }

        var (field, op, wanted) = (match.Groups["field"].Value, match.Groups["op"].Value, match.Groups["value"].Value.Trim('"', '\''));
        var actual = Read(found, field);
        return new(check, Holds(actual, op, wanted), $"{field} is {(actual is null ? "not set" : $"'{actual}'")}.");
    }

    private static string? Read(JsonNode? node, string field)
    {
        foreach (var name in field.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return (node as JsonValue)?.ToString();
    }

    private static bool Holds(string? actual, string op, string wanted)
    {
        if (op is "==" or "!=")
        {
            return string.Equals(actual, wanted, StringComparison.Ordinal) == (op is "==");
        }

        // A field that is not set compares with nothing.
        if (!decimal.TryParse(actual, CultureInfo.InvariantCulture, out var left) || !decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var right))
        {
            return false;
        }

        return op switch
        {
            ">" => left > right,
            ">=" => left >= right,
            "<" => left < right,
            _ => left <= right,
        };
    }

    [GeneratedRegex(@"^(?<field>[A-Za-z][A-Za-z0-9_\-]*(\.[A-Za-z0-9_\-]+)+)\s*(?<op>==|!=|>=|<=|>|<)\s*(?<value>[^\s=<>!][^=<>!]*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
