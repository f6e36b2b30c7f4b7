using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Sql;

namespace Legator.Core.Tests.Actions.Classification.Sql.Postgres;

public sealed class PostgresClassificationTests
{
    [Theory]
    [InlineData("SELECT (0.01::float8).pg_sleep")]
    [InlineData("SELECT a.pg_terminate_backend FROM abs(99999999) a")]
    [InlineData("SELECT (ARRAY[1])[1].pg_cancel_backend")]
    public void Query_CallsAFunctionInTheFormOfAField_IsNoRead(string query) =>
        PostgresCorpus.IsRead(query).ShouldBeFalse();

    [Fact]
    public void Query_OverSeveralTables_IsOneActionForEach()
    {
        var actions = PostgresCorpus.Classify("SELECT * FROM public.items i JOIN \"Big Table\" b USING (id), lower('x') l").Actions;
        actions.Select(a => a.Target.Text).ShouldBe(["orders/public.items", "orders/Big Table"]);
        actions.ShouldAllBe(a => a.Domain == "sql" && a.Verb == "select" && a.Target.Spellings.Contains("orders"));
    }

    [Fact]
    public void Query_WithAChangeInAPart_NamesTheChangeAndTheRead()
    {
        var actions = PostgresCorpus.Classify("WITH gone AS (DELETE FROM items RETURNING *) SELECT * FROM gone JOIN kept USING (id)").Actions;
        actions.Select(a => $"{a.Verb} {a.Target} {a.Tier}").ShouldBe(["delete orders/items DataMutation", "select orders/kept Read"]);
    }

    [Fact]
    public void Query_OfSeveralStatements_NamesEach()
    {
        var actions = PostgresCorpus.Classify("SELECT 1; TRUNCATE a, b; VACUUM c").Actions;
        actions.Select(a => $"{a.Verb} {a.Target}").ShouldBe(["select orders", "truncate orders/a", "truncate orders/b", "vacuum orders/c"]);
    }

    [Fact]
    public void Query_OfACatalogWithPasswordsOfOthers_IsGuarded() =>
        PostgresCorpus.Classify("SELECT * FROM pg_user_mappings").Actions.ShouldContain(a => a.Guarded && a.Target.KindNames.Contains("pg_user_mappings"));

    [Fact]
    public void Dialect_OfTheEnvironment_CountsMoreThanTheCallsOwn()
    {
        var context = new ClassificationContext { Databases = new Dictionary<string, SqlDialect> { ["orders"] = SqlDialect.PostgreSql } };
        var arguments = JsonSerializer.SerializeToElement(new { database = "orders", dialect = "mysql", query = "SELECT $$ ; DROP TABLE x $$" });
        StandardClassifiers.Classify("sql.query", arguments, context).Tier.ShouldBe(RiskTier.Read);
        StandardClassifiers.Classify("sql.query", arguments, ClassificationContext.Empty).Tier.ShouldNotBe(RiskTier.Read);
    }

    [Theory]
    [InlineData("""{"query":"SELECT 1"}""")]
    [InlineData("""{"database":"orders"}""")]
    [InlineData("""{"database":"orders","query":7}""")]
    [InlineData("""{"database":"","query":"SELECT 1"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Arguments_OfAnotherShape_AreInvalid(string arguments)
    {
        var judged = new SqlClassifier().Classify("sql.query", JsonDocument.Parse(arguments).RootElement, ClassificationContext.Empty);
        judged.Problem.ShouldNotBeNull();
        judged.Blocked.ShouldBeTrue();
    }
}
