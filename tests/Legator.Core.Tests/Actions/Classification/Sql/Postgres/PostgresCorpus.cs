using System.Text.Json;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Sql.Postgres;

/// <summary>The statements of our own corpora, and a short way to have one judged.</summary>
internal static class PostgresCorpus
{
    public static IReadOnlyList<string> Queries(string pattern) =>
        [.. Directory.GetFiles(RepositoryFolder.File("tests/corpora/sql"), pattern)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("arguments").GetProperty("query").GetString()!)];

    public static CallClassification Classify(string query, string dialect = "postgresql") =>
        StandardClassifiers.Classify("sql.query", JsonSerializer.SerializeToElement(new { database = "orders", dialect, query }), ClassificationContext.Empty);

    public static bool IsRead(string query) => Classify(query) is { Blocked: false, Tier: Core.Actions.RiskTier.Read };
}
