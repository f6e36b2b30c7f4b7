using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification;

/// <summary>The labelled corpora of HTTP, the clouds and the small domains: never milder than the label, and rarely stricter.</summary>
public sealed class LabelledCorpusTests
{
    private const double MostAlarms = 0.02;

    [Theory]
    [InlineData("http")]
    [InlineData("aws")]
    [InlineData("azure")]
    [InlineData("dns")]
    [InlineData("mcp")]
    [InlineData("state")]
    [InlineData("delegation")]
    public void Corpus_EveryCase_IsNeverJudgedMilderAndRarelyStricter(string language)
    {
        var cases = Directory.GetFiles(RepositoryFolder.File($"tests/corpora/{language}"), "*.jsonl").SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(Judge).ToList();
        var (misses, alarms) = (cases.Where(c => c.Grade < 0).ToList(), cases.Where(c => c.Grade > 0).ToList());

        cases.Count.ShouldBeGreaterThan(20);
        misses.ShouldBeEmpty(string.Join('\n', misses));
        (alarms.Count / (double)cases.Count).ShouldBeLessThanOrEqualTo(MostAlarms, string.Join('\n', alarms));
    }

    private static (int Grade, string Words) Judge(string line)
    {
        var test = JsonDocument.Parse(line).RootElement;
        var expected = test.GetProperty("expect");
        var found = StandardClassifiers.Classify(test.GetProperty("tool").GetString()!, test.GetProperty("arguments"), ClassificationContext.Empty);
        var tier = expected.TryGetProperty("tier", out var label) ? label.GetString()! : "not-read";
        var grade = tier == "not-read" ? (found is { Tier: RiskTier.Read, Blocked: false } ? -1 : 0)
            : found.Tier.CompareTo(label.Deserialize<RiskTier>(LegatorJson.Options)) is var more && more < 0 && found.Blocked ? 0 : more;
        if (expected.TryGetProperty("blocked", out var blocked) && blocked.GetBoolean() != found.Blocked)
        {
            grade = blocked.GetBoolean() ? -1 : grade < 0 ? grade : 1;
        }

        return (grade, $"{test.GetProperty("id")} {test.GetProperty("arguments")}: expected {expected}, found {found.Tier.WireName()}{(found.Blocked ? ", blocked" : "")}: {found.Reason}");
    }
}
