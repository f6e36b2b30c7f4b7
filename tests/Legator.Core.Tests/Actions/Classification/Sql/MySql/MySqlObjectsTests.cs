using System.Text.Json;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Sql.MySql;

public sealed class MySqlObjectsTests
{
    [Theory]
    [InlineData("DROP VIEW IF EXISTS a, s.b", "app/a app/s.b")]
    [InlineData("DROP TABLE a, `B`", "app/a app/b")]
    [InlineData("RENAME TABLE a TO b, c TO d", "app/a app/b app/c app/d")]
    [InlineData("LOCK TABLES a READ, b AS x WRITE", "app/a app/b")]
    [InlineData("OPTIMIZE NO_WRITE_TO_BINLOG TABLE a, b", "app/a app/b")]
    [InlineData("ANALYZE TABLE a, b", "app/a app/b")]
    [InlineData("REPAIR TABLE a QUICK", "app/a")]
    [InlineData("FLUSH TABLES a, b WITH READ LOCK", "app/a app/b")]
    [InlineData("FLUSH TABLES", "app")]
    [InlineData("FLUSH TABLES WITH READ LOCK", "app")]
    public void StatementOverSeveralObjects_Classified_NamesEach(string query, string targets) =>
        Targets("mysql", query).ShouldBe(targets);

    [Fact]
    public void MoreNamesThanAnybodyWrites_Classified_AreTheDatabase() =>
        Targets("mysql", "DROP VIEW " + string.Join(", ", Enumerable.Range(0, 1000).Select(n => $"v{n}"))).ShouldBe("app");

    [Fact]
    public void FunctionOfTheServer_WithItsSchema_IsSpelledWithoutItToo() =>
        Classify("postgres", "SELECT pg_catalog.pg_cancel_backend(1)").Actions[0].Target.Spellings.ShouldContain("app/pg_cancel_backend");

    private static string Targets(string dialect, string query) => string.Join(' ', Classify(dialect, query).Actions.Select(a => a.Target.Text));

    private static CallClassification Classify(string dialect, string query) =>
        StandardClassifiers.Classify("sql.query", JsonSerializer.SerializeToElement(new { database = "app", dialect, query }), ClassificationContext.Empty);
}
