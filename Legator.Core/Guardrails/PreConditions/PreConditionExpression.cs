using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>
/// What a sheet wants to hold before a change, in a vocabulary that can be checked against the object that the call is about:
/// <c>exists</c>, <c>missing</c>, a field that is set or not, a field compared with a value or another field, a field in a list, and several of them joined by <c>and</c>.
/// What is written in any other form does not hold.
/// </summary>
public sealed partial class PreConditionExpression
{
    private const string Usage = "Write 'exists', 'missing', 'spec.paused is not set', 'status.readyReplicas >= 1', 'status.readyReplicas == spec.replicas', "
        + "'metadata.labels[\"app.kubernetes.io/component\"] not in [database, cache]', or several joined by 'and'.";

    private readonly IReadOnlyList<PreConditionTerm> _terms;

    private PreConditionExpression(IReadOnlyList<PreConditionTerm> terms) => _terms = terms;

    /// <summary>Reads a condition.</summary>
    /// <param name="text">As the sheet's author wrote it.</param>
    /// <param name="expression">The condition when it could be read.</param>
    /// <param name="problem">What is wrong with it otherwise, and what would be right.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PreConditionExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        var terms = And().Split(text.Trim()).Select(Term).ToList();
        expression = terms.Contains(null) ? null : new PreConditionExpression([.. terms.OfType<PreConditionTerm>()]);
        problem = expression is null ? $"it cannot be checked. {Usage}" : null;
        return expression is not null;
    }

    /// <summary>Checks a condition against an object.</summary>
    /// <param name="check">As the sheet's author wrote it.</param>
    /// <param name="found">The object; null when there is none.</param>
    public static PreConditionResult Check(string check, JsonObject? found)
    {
        if (!TryParse(check, out var expression, out var problem))
        {
            return new(check, false, problem);
        }

        var seen = new List<string>();
        foreach (var term in expression._terms)
        {
            var holds = term.Holds(found, out var saw);
            seen.Add(saw);
            if (!holds)
            {
                return new(check, false, saw);
            }
        }

        return new(check, true, string.Join(' ', seen));
    }

    private static PreConditionTerm? Term(string text)
    {
        if (text is "exists" or "missing")
        {
            return new(null, text, []);
        }

        var match = Comparison().Match(text);
        if (!match.Success || FieldPath.Parse(match.Groups["field"].Value) is not { } field)
        {
            return null;
        }

        if (match.Groups["set"].Success)
        {
            return new(field, match.Groups["not"].Success ? "is not set" : "is set", []);
        }

        return match.Groups["list"].Success
            ? new(field, match.Groups["none"].Success ? "not in" : "in", [.. match.Groups["list"].Value.Split(',').Select(Plain)])
            : new(field, match.Groups["op"].Value, [Plain(match.Groups["value"].Value)]);
    }

    private static string Plain(string value) => value.Trim().Trim('"', '\'');

    [GeneratedRegex(@"\s+(?:and|&&)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex And();

    [GeneratedRegex(
        @"^(?<field>[^\s=<>!]+)(\s+(?<set>is\s+(?<not>not\s+)?set)|\s+(?<none>not\s+)?in\s*\[(?<list>[^\[\]]+)\]|\s*(?<op>==|!=|>=|<=|>|<)\s*(?<value>[^\s=<>!][^=<>!]*))\s*\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
