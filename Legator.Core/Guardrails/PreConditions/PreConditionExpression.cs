using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>
/// What a sheet wants to hold before a change, in a vocabulary that can be checked: the object that the call is about and its fields, its pods, addresses that answer, and several of them joined by <c>and</c>.
/// What is written in any other form does not hold.
/// </summary>
public sealed partial class PreConditionExpression
{
    private const string Usage = "Write 'exists', 'missing', 'replicas >= 2', 'pods ready', 'rollout complete', 'no restart in 10m', 'spec.paused is not set', 'status.readyReplicas == spec.replicas', "
        + "'metadata.labels[\"app.kubernetes.io/component\"] not in [database, cache]', 'https://shop.example.com/healthz answers 200', several of them joined by 'and', or a 'call' of a reading tool with what to 'expect'.";

    private static readonly Dictionary<string, (string Field, string? Missing)> Short = new(StringComparer.Ordinal)
    {
        ["replicas"] = ("spec.replicas", null),
        ["readyReplicas"] = ("status.readyReplicas", "0"),
        ["availableReplicas"] = ("status.availableReplicas", "0"),
        ["updatedReplicas"] = ("status.updatedReplicas", "0"),
        ["image"] = ("spec.template.spec.containers[0].image", null),
        ["paused"] = ("spec.paused", "false"),
        ["phase"] = ("status.phase", null),
    };

    private readonly IReadOnlyList<ConditionTerm> _terms;

    private PreConditionExpression(IReadOnlyList<ConditionTerm> terms) => _terms = terms;

    /// <summary>What has to hold, one by one.</summary>
    internal IReadOnlyList<ConditionTerm> Terms => _terms;

    /// <summary>True when the object of the call has to be read.</summary>
    public bool NeedsObject => _terms.Any(t => t.NeedsObject);

    /// <summary>True when the pods of the object have to be read.</summary>
    public bool NeedsPods => _terms.Any(t => t.NeedsPods);

    /// <summary>The addresses that have to be asked.</summary>
    public IEnumerable<string> Addresses => _terms.Select(t => t.Address).OfType<string>();

    /// <summary>Reads a condition.</summary>
    /// <param name="text">As the sheet's author wrote it.</param>
    /// <param name="expression">The condition when it could be read.</param>
    /// <param name="problem">What is wrong with it otherwise, and what would be right.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PreConditionExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        var terms = And().Split(text.Trim()).Select(Term).ToList();
        expression = terms.Contains(null) ? null : new PreConditionExpression([.. terms.OfType<ConditionTerm>()]);
        problem = expression is null ? $"it cannot be checked. {Usage}" : null;
        return expression is not null;
    }

    /// <summary>Checks a condition against an object.</summary>
    /// <param name="check">As the sheet's author wrote it.</param>
    /// <param name="found">The object; null when there is none.</param>
    public static PreConditionResult Check(string check, JsonObject? found) =>
        TryParse(check, out var expression, out var problem) ? expression.Check(check, new ConditionView(found, DateTimeOffset.MinValue)) : new(check, false, problem) { Unchecked = true };

    /// <summary>Checks the condition against what was read.</summary>
    /// <param name="check">As the sheet's author wrote it.</param>
    /// <param name="view">What was read.</param>
    public PreConditionResult Check(string check, ConditionView view)
    {
        var seen = new List<string>();
        foreach (var term in _terms)
        {
            var holds = term.Holds(view, out var saw);
            seen.Add(saw);
            if (!holds)
            {
                return new(check, false, saw);
            }
        }

        return new(check, true, string.Join(' ', seen));
    }

    /// <summary>A comparison of a field; null where the text is none.</summary>
    internal static PreConditionTerm? Field(string text)
    {
        var match = Comparison().Match(text);
        var (name, missing) = Short.TryGetValue(match.Groups["field"].Value, out var known) ? known : (match.Groups["field"].Value, null);
        if (!match.Success || FieldPath.Parse(name) is not { } field)
        {
            return null;
        }

        var term = match.Groups["set"].Success ? new PreConditionTerm(field, match.Groups["not"].Success ? "is not set" : "is set", [])
            : match.Groups["list"].Success ? new(field, match.Groups["none"].Success ? "not in" : "in", [.. match.Groups["list"].Value.Split(',').Select(Plain)])
            : new(field, match.Groups["op"].Value, [Plain(match.Groups["value"].Value)]);
        return term with { Missing = match.Groups["set"].Success ? null : missing };
    }

    private static ConditionTerm? Term(string text) => text is "exists" or "missing"
        ? new PreConditionTerm(null, text, [])
        : ReadyTerm.Parse(text) ?? RestartTerm.Parse(text) ?? AnswersTerm.Parse(text) ?? (ConditionTerm?)Field(text);

    private static string Plain(string value) => value.Trim().Trim('"', '\'');

    [GeneratedRegex(@"\s+(?:and|&&)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex And();

    [GeneratedRegex(
        @"^(?<field>[^\s=<>!]+)(\s+(?<set>is\s+(?<not>not\s+)?set)|\s+(?<none>not\s+)?in\s*\[(?<list>[^\[\]]+)\]|\s*(?<op>==|!=|>=|<=|>|<)\s*(?<value>[^\s=<>!][^=<>!]*))\s*\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
