using System.Globalization;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>An address answers: <c>https://shop.example.com/healthz answers</c>, with any success, or <c>… answers 204</c>, <c>… answers 3xx</c>.</summary>
internal sealed partial record AnswersTerm(string Url, string Status) : ConditionTerm
{
    private const string Success = "2xx";

    public override bool NeedsObject => false;

    public override string? Address => Url;

    public static AnswersTerm? Parse(string text) =>
        Form().Match(text) is { Success: true } match && Uri.TryCreate(match.Groups["url"].Value, UriKind.Absolute, out _)
            ? new(match.Groups["url"].Value, match.Groups["status"] is { Success: true } status ? status.Value : Success)
            : null;

    public override bool Holds(ConditionView view, out string seen)
    {
        if (!view.Answers.TryGetValue(Url, out var answer))
        {
            seen = $"nobody asked {Url}.";
            return false;
        }

        var status = StatusLine().Match(answer.Text) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
        seen = status is null ? $"{Url} did not answer: {FirstLine(answer.Text)}" : $"{Url} answers {status}.";
        return status is { } number && (Status.EndsWith("xx", StringComparison.Ordinal) ? number / 100 == Status[0] - '0' : number.ToString(CultureInfo.InvariantCulture) == Status);
    }

    private static string FirstLine(string text) => text.AsSpan().Trim() is var trimmed && trimmed.IndexOf('\n') is > 0 and var end ? trimmed[..end].ToString() : trimmed.ToString();

    [GeneratedRegex(@"^(?:http\.get\s+)?(?<url>https?://\S+)\s+answers(?:\s+(?:with\s+)?(?<status>[1-5](?:xx|[0-9]{2})))?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"^HTTP (\d{3})\b", RegexOptions.NonBacktracking)]
    private static partial Regex StatusLine();
}
