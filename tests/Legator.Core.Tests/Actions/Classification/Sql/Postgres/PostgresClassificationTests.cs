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

    [Theory]
    [InlineData("select stavalues1 from pg_statistic")]
    [InlineData("show primary_conninfo")]
    [InlineData("select current_setting('primary_conninfo')")]
    [InlineData("select current_setting('primary_' || 'conninfo')")]
    [InlineData("select pg_catalog.current_setting(E'primary\\x5fconninfo')")]
    [InlineData("select * from information_schema.user_mapping_options")]
    [InlineData("select * from information_schema._pg_user_mappings")]
    [InlineData("select srvoptions from pg_foreign_server")]
    [InlineData("select * from vault.decrypted_secrets")]
    [InlineData("table pg_dist_authinfo")]
    [InlineData("copy pg_dist_authinfo to stdout")]
    [InlineData("select most_common_vals from pg_stats")]
    public void Query_OfWhatMayHoldAPassword_IsGuarded(string query) =>
        PostgresCorpus.Classify(query).Actions.ShouldContain(a => a.Guarded);

    [Theory]
    [InlineData("select get_raw_page('pg_authid', 0)")]
    [InlineData("select * from pg_stats where tablename = 'pg_authid'")]
    public void Query_OfHashesByAnotherWay_IsBlocked(string query) =>
        PostgresCorpus.Classify(query).Blocked.ShouldBeTrue();

    [Theory]
    [InlineData("show work_mem")]
    [InlineData("show password_encryption")]
    [InlineData("select current_setting('server_version_num')::int")]
    [InlineData("select n_distinct from pg_stats where tablename = 'orders'")]
    public void Query_OfPlainSettingsAndStatistics_IsARead(string query) =>
        PostgresCorpus.Classify(query).Actions.ShouldAllBe(a => a.Tier == RiskTier.Read && !a.Guarded);

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
