using System.Text.Json;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Actions.Classification.Shell.Parsing;

namespace Legator.Core.Tests.Oracles;

/// <summary>The structure that our parser finds in shell lines is the one that independent parsers find.</summary>
public sealed class ShellStructureTests
{
    private static readonly string[] Packages = ["sh-syntax@0.7.0", "mvdan-sh@0.10.1"];

    /// <summary>The oracle takes some milliseconds for a line; this is how many of the corpora's lines are left out for each that is compared.</summary>
    private const int Every = 6;

    /// <summary>Lines that are read differently on purpose, each with its reason.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["echo ${x:$(rm -rf /opt/app; echo 0):1}"] = "the other parser does not look into the offset",
        ["x[$(cmd)]=b ls"] = "bash takes it",
        ["echo $((ls); (df))"] = "bash takes it",
        ["echo $\\\n(ls)"] = "bash takes it",
        ["a() b"] = "bash refuses it",
        ["a; b # \\\nc"] = "a comment ends at the end of its line, also after a backslash",
        ["systemctl is-active nginx || systemctl restart nginx"] = "the other parser now and then runs out of stack",
    };

    [Fact]
    public void Commands_OfWrittenCases_AreThoseOfTheOracle()
    {
        var lines = File.ReadLines(RepositoryFolder.File("tests/Legator.Core.Tests/Oracles/shell-lines.jsonl")).Select(l => JsonSerializer.Deserialize<string>(l)!).ToList();
        lines.Count.ShouldBeGreaterThan(400);
        Compare([.. lines.Where(IsComparable).Select((l, i) => (l, i % 10 == 0))]);
    }

    [Fact]
    public void Commands_OfTheCorpora_AreThoseOfTheOracle()
    {
        var folder = RepositoryFolder.File("tests/corpora/shell");
        var lines = Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("arguments").GetProperty("command").GetString()!);
        Compare([.. lines.Distinct().Where(IsComparable).Where((_, i) => i % Every == 0).Select((l, i) => (l, i % 10 == 0))]);
    }

    private static void Compare(List<(string Text, bool Twice)> lines)
    {
        var answers = NodeOracle.Ask("shell-oracle.mjs", lines.Select(l => new { text = l.Text, twice = l.Twice || ShellParser.Parse(l.Text).Program is null }), Packages);
        lines.Zip(answers.EnumerateArray(), (line, answer) => Difference(line.Text, answer)).OfType<string>().ShouldBeEmpty();
    }

    private static string? Difference(string line, JsonElement answer)
    {
        var ours = ShellParser.Parse(line);
        if (!answer.TryGetProperty("commands", out var commands))
        {
            var refusal = ShellClassifier.Classify("web-1", line, ClassificationContext.Empty);
            return refusal is { Tier: Legator.Core.Actions.RiskTier.Read, Blocked: false } ? $"called read, but refused by the oracle ({answer.GetProperty("problem")}): {line}" : null;
        }

        if (ours.Program is null)
        {
            // How deep lines may go is our own bound.
            return ours.Problem is { } problem && problem.Contains("deep inside of one another", StringComparison.Ordinal) ? null : $"refused ({ours.Problem}), but taken by the oracle: {line}";
        }

        // Where shells disagree, the line is refused whatever it holds.
        var mine = Shown(CommandCollector.Of(ours.Program));
        var theirs = Shown(commands.EnumerateArray().Select(c => c.EnumerateArray().Select(w => w.GetString()!).ToArray()));
        return mine == theirs || ours.Doubt is not null ? null : $"{line}\n  ours   {mine}\n  theirs {theirs}";
    }

    // The other parsers drop carriage returns and read on after a NUL; shells do neither.
    private static bool IsComparable(string line) => !Known.ContainsKey(line) && !line.Contains('\r', StringComparison.Ordinal) && !line.Contains('\0', StringComparison.Ordinal);

    private static string Shown(IEnumerable<string[]> commands) => string.Join(' ', commands.Select(c => $"[{string.Join('|', c)}]").Order(StringComparer.Ordinal));
}
