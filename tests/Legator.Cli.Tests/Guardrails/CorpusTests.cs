using System.Text.RegularExpressions;
using Legator.Core.Tests;

namespace Legator.Cli.Tests.Guardrails;

/// <summary>Every labelled corpus of the repository, through the command that people have: no miss at all, and few false alarms.</summary>
public sealed partial class CorpusTests
{
    private const double MostFalseAlarms = 0.02;

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Corpora, "*.jsonl", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Corpora, f)).Order(StringComparer.Ordinal)];

    private static string Corpora => Path.Combine(RepositoryFolder.Root, "tests", "corpora");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Corpus_Classified_HasNoMissesAndFewFalseAlarms(string file)
    {
        var run = await CommandLineRun.OfAsync("guardrails", "test", Path.Combine(Corpora, file));

        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        var sums = Sums.Match(run.Out);
        sums.Success.ShouldBeTrue(run.Out);
        (Number(sums, "alarms") / Number(sums, "cases")).ShouldBeLessThanOrEqualTo(MostFalseAlarms, run.Out);
    }

    private static double Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^0 misses, (?<alarms>\d+) false alarms, 0 broken lines in (?<cases>\d+) cases", RegexOptions.Multiline)]
    private static partial Regex Sums { get; }
}
