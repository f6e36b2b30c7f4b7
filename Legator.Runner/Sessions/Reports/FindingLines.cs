using System.Text.RegularExpressions;
using Legator.Core.Runs;

namespace Legator.Runner.Sessions.Reports;

/// <summary>Finds the findings in a report: lines that begin with a severity, in words or in the signs that models like.</summary>
internal static partial class FindingLines
{
    private static readonly (string Severity, string[] Marks)[] Severities =
    [
        ("critical", ["CRITICAL:", "🔴"]),
        ("warning", ["WARNING:", "⚠️", "⚠", "🟡"]),
        ("info", ["INFO:", "ℹ️", "ℹ", "🔵"]),
    ];

    public static IReadOnlyList<Finding> Read(string report) =>
        [.. report.Split('\n').Select(ReadLine).OfType<Finding>()];

    /// <summary>Findings in the words that <see cref="Read"/> reads.</summary>
    public static string Write(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(f => $"{f.Severity.ToUpperInvariant()}: {(f.Resource is { } resource ? $"{resource}: " : "")}{f.Message}"));

    private static Finding? ReadLine(string line)
    {
        var text = Decoration().Replace(line, "");
        foreach (var (severity, marks) in Severities)
        {
            if (marks.FirstOrDefault(mark => text.StartsWith(mark, StringComparison.Ordinal)) is { } found)
            {
                var message = text[found.Length..].TrimStart('*', ' ', ':').Trim();
                return message.Length == 0 ? null : About().Match(message) is { Success: true } about
                    ? new Finding(severity, about.Groups["what"].Value, about.Groups["resource"].Value)
                    : new Finding(severity, message);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[\s>*_#-]+")]
    private static partial Regex Decoration();

    /// <summary>A resource is told from prose by its slash: <c>deployment/web -n demo: runs 1 of 3</c>.</summary>
    [GeneratedRegex(@"^\[?(?<resource>[\w.-]+/[\w./-]+(?: (?:-n|--namespace) [\w-]+)?)\]?:? +(?<=[:\]] +)(?<what>.+)$")]
    private static partial Regex About();
}
