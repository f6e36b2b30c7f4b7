using System.Text.RegularExpressions;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>Takes out of a transcript what differs between any two runs, and nothing else.</summary>
internal static partial class Transcript
{
    public static string Normalise(string text, string suffix, string folder)
    {
        text = text.Replace(suffix, "xxxxxx", StringComparison.Ordinal).Replace(folder, "FOLDER", StringComparison.Ordinal);
        text = Klog().Replace(text, "LOG");
        text = Uid().Replace(text, "UID");
        text = Moment().Replace(text, "TIME");
        text = ResourceVersion().Replace(text, "$1RV");
        text = Continue().Replace(text, "$1TOKEN");
        text = Generated().Replace(text, "$1XXXXX");
        text = Server().Replace(text, "SERVER");
        text = Temporary().Replace(text, "FILE");
        text = DiffHeader().Replace(text, "$1");
        text = BracketList().Replace(text, m => $"is invalid: [{string.Join(", ", m.Groups[1].Value.Split(", ").Order(StringComparer.Ordinal))}]");
        return string.Join('\n', SortRuns(text.Split('\n').Select(Ages))).TrimEnd() + "\n";
    }

    // Ages change the widths of columns, so rows that hold one are compared word by word.
    private static string Ages(string line) => Age().IsMatch(line) ? Blanks().Replace(Age().Replace(line, "AGE"), " ").TrimEnd() : line.TrimEnd();

    // Field errors and warnings come in the order of a hash table.
    private static IEnumerable<string> SortRuns(IEnumerable<string> lines)
    {
        var run = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("Warning: ", StringComparison.Ordinal))
            {
                run.Add(line);
                continue;
            }
            foreach (var sorted in run.Order(StringComparer.Ordinal))
            {
                yield return sorted;
            }
            run.Clear();
            yield return line;
        }
    }

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex(@"\b20(2[6-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Moment();

    [GeneratedRegex("(resourceVersion\\\\?\"?: ?\\\\?\"|resource version |resource-version=)\\d+")]
    private static partial Regex ResourceVersion();

    [GeneratedRegex("(\"continue\":\\s?\"|continue=)(?!nonsense)[A-Za-z0-9_=%-]+")]
    private static partial Regex Continue();

    [GeneratedRegex(@"\b(gen-|Bad_)[a-z0-9]{5}\b")]
    private static partial Regex Generated();

    [GeneratedRegex(@"https?://(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Server();

    [GeneratedRegex(@"(/tmp/[A-Za-z0-9./_-]+|/dev/fd/\d+|/proc/self/fd/\d+)")]
    private static partial Regex Temporary();

    [GeneratedRegex(@"^((?:---|\+\+\+) FILE).*$", RegexOptions.Multiline)]
    private static partial Regex DiffHeader();

    [GeneratedRegex(@"is invalid: \[(.*)\]$", RegexOptions.Multiline)]
    private static partial Regex BracketList();

    [GeneratedRegex(@"^[EWI]\d{4} [\d:.]+ +\d+ ", RegexOptions.Multiline)]
    private static partial Regex Klog();

    [GeneratedRegex(@"(?<=\s)\d+(\.\d+)?(s|ms|m|h|d)(\d+[smhd])?(?=\s|$)")]
    private static partial Regex Age();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
