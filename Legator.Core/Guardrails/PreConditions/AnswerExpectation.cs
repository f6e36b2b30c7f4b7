using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>What the answer of a reading call must be: <c>succeeds</c>, <c>contains TEXT</c>, <c>matches REGEX</c>, <c>lines >= 3</c>, <c>value &lt; 80</c> (the last line of the answer), or a field of its JSON.</summary>
public sealed partial class AnswerExpectation
{
    private const string Usage = "Write 'succeeds', 'contains TEXT', 'does not contain TEXT', 'matches REGEX', 'does not match REGEX', 'lines >= 3', 'value < 80' (the last line of the answer), or a field of a JSON answer, e.g. 'status.health == green'.";
    private const int Shown = 120;

    private readonly Func<string, (bool Holds, string Seen)> _holds;

    private AnswerExpectation(Func<string, (bool Holds, string Seen)> holds) => _holds = holds;

    /// <summary>Reads an expectation.</summary>
    /// <param name="text">As the sheet's author wrote it; null for <c>succeeds</c>.</param>
    /// <param name="expectation">The expectation when it could be read.</param>
    /// <param name="problem">What is wrong with it otherwise, and what would be right.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AnswerExpectation? expectation, [NotNullWhen(false)] out string? problem)
    {
        var holds = Read((text ?? "succeeds").Trim());
        expectation = holds is null ? null : new AnswerExpectation(holds);
        problem = holds is null ? $"it cannot be checked. {Usage}" : null;
        return expectation is not null;
    }

    /// <summary>Holds an answer against it; a call that failed holds for nothing.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="seen">What was seen, as a sentence.</param>
    public bool Holds(ConditionAnswer answer, out string seen)
    {
        if (!answer.Succeeded)
        {
            seen = $"the call failed: {Short(answer.Text)}";
            return false;
        }

        (var holds, seen) = _holds(answer.Text);
        return holds;
    }

    private static Func<string, (bool Holds, string Seen)>? Read(string text)
    {
        if (text is "succeeds" or "answers")
        {
            return answer => (!HttpError().IsMatch(answer), $"it answers '{Short(answer)}'.");
        }

        if (Words().Match(text) is { Success: true } words)
        {
            var not = words.Groups["not"].Success;
            var wanted = Plain(words.Groups["what"].Value);
            return words.Groups["contains"].Success
                ? answer => (answer.Contains(wanted, StringComparison.Ordinal) != not, $"it answers '{Short(answer)}'.")
                : Pattern(wanted) is { } pattern ? answer => (pattern.IsMatch(answer) != not, $"it answers '{Short(answer)}'.") : null;
        }

        if (Number().Match(text) is { Success: true } number)
        {
            var (operation, wanted, lines) = (number.Groups["op"].Value, Plain(number.Groups["value"].Value), number.Groups["lines"].Success);
            return answer => Counted(lines ? $"{Lines(answer).Count}" : Lines(answer) is [.., var last] ? last.Trim().TrimEnd('%') : "", operation, wanted, lines);
        }

        return PreConditionExpression.Field(text) is { } term ? answer => OfJson(answer, term) : null;
    }

    private static (bool Holds, string Seen) Counted(string actual, string operation, string wanted, bool lines) =>
        (PreConditionTerm.Compare(actual, operation, wanted), lines ? $"the answer has {actual} lines." : $"the answer ends with '{Short(actual)}'.");

    private static (bool Holds, string Seen) OfJson(string answer, PreConditionTerm term)
    {
        var start = answer.AsSpan().IndexOfAny('{', '[');
        try
        {
            var json = start < 0 ? null : JsonNode.Parse(answer[start..(answer.LastIndexOfAny(['}', ']']) + 1)]);
            return json is null ? (false, "the answer holds no JSON.") : (term.Compares(json, out var seen), seen);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return (false, "the answer holds no JSON that can be read.");
        }
    }

    // Remarks of a tool stand in brackets and are no part of what was answered.
    private static List<string> Lines(string answer) => [.. answer.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Trim().Length > 0 && !l.StartsWith('['))];

    private static Regex? Pattern(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Plain(string text) => text.Trim() is ['\'' or '"', .., '\'' or '"'] quoted && quoted[0] == quoted[^1] && quoted.Length > 1 ? quoted[1..^1] : text.Trim();

    private static string Short(string text) => text.Trim().ReplaceLineEndings(" / ") is { Length: > Shown } wide ? $"{wide[..Shown]}…" : text.Trim().ReplaceLineEndings(" / ");

    [GeneratedRegex(@"^(?:(?<not>does not )?(?:(?<contains>contains?)|match(?:es)?))\s+(?<what>\S.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Words();

    // A server's refusal is an answer to whoever only reads.
    [GeneratedRegex(@"^HTTP [45][0-9][0-9]\b", RegexOptions.NonBacktracking)]
    private static partial Regex HttpError();

    [GeneratedRegex(@"^(?:(?<lines>lines)|value)\s*(?<op>==|!=|>=|<=|>|<)\s*(?<value>[^\s=<>!].*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
