using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Kubernetes;

public sealed class KubernetesCorpusTests
{
    [Fact]
    public void Corpora_EveryCase_IsJudgedAsLabelled()
    {
        var folder = RepositoryFolder.File("tests/corpora/kubernetes");
        var wrong = Directory.GetFiles(folder, "*.jsonl").SelectMany(File.ReadLines).Select(Judge).Where(p => p is not null).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static string? Judge(string line)
    {
        var test = JsonDocument.Parse(line).RootElement;
        var tool = test.GetProperty("tool").GetString()!;
        var judged = StandardClassifiers.Classify(tool, test.GetProperty("arguments"), ClassificationContext.Empty);
        var expected = test.GetProperty("expect");
        var tier = expected.GetProperty("tier").GetString()!;
        var fits = tier == "not-read" ? judged.Blocked || judged.Tier != RiskTier.Read : judged.Tier.WireName() == tier;
        var blocks = !expected.TryGetProperty("blocked", out var blocked) || blocked.GetBoolean() == judged.Blocked;
        return fits && blocks && (tier != "read" || !judged.Blocked) ? null : $"{test.GetProperty("id")} {test.GetProperty("arguments")}: expected {expected}, found {judged.Tier.WireName()} {judged.Blocked} {judged.Reason}";
    }
}
