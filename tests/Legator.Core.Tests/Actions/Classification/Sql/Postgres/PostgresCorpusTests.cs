using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Sql.Postgres;

public sealed class PostgresCorpusTests
{
    [Fact]
    public void Corpora_EveryCase_IsJudgedAsLabelled()
    {
        var folder = RepositoryFolder.File("tests/corpora/sql");
        var wrong = Directory.GetFiles(folder, "*postgres*.jsonl").SelectMany(File.ReadLines).Select(Judge).Where(p => p is not null).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void Corpora_ReadsOfAnUnknownDialect_AreNeverLessThanInPostgres()
    {
        foreach (var query in PostgresCorpus.Queries("postgres-changes.jsonl"))
        {
            var known = PostgresCorpus.Classify(query);
            var unknown = PostgresCorpus.Classify(query, dialect: "");
            (unknown.Tier >= known.Tier || unknown.Blocked).ShouldBeTrue(query);
        }
    }

    private static string? Judge(string line)
    {
        var test = JsonDocument.Parse(line).RootElement;
        var judged = StandardClassifiers.Classify(test.GetProperty("tool").GetString()!, test.GetProperty("arguments"), ClassificationContext.Empty);
        var expected = test.GetProperty("expect");
        var tier = expected.GetProperty("tier").GetString()!;
        var fits = tier == "not-read" ? judged.Blocked || judged.Tier != RiskTier.Read : judged.Tier.WireName() == tier;
        var blocks = !expected.TryGetProperty("blocked", out var blocked) || blocked.GetBoolean() == judged.Blocked;
        return fits && blocks && (tier != "read" || !judged.Blocked)
            ? null
            : $"{test.GetProperty("id")} {test.GetProperty("arguments").GetProperty("query")}: expected {expected}, found {judged.Tier.WireName()} {judged.Blocked} {judged.Reason}";
    }
}
