using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Sql;
using Npgsql;

namespace Legator.Runner.Tests.Tools.Sql;

public sealed class SqlQueryToolTests(Cluster cluster, PostgresServer postgres, MariaDbServer mariaDb) : IClassFixture<Cluster>
{
    private const string Tables = "create table items (id int primary key, name text, price numeric(8,2)); insert into items values (1, 'tab\there', 9.50), (2, null, 1)";

    private readonly ToolGate _gate = Gates.Create(cluster);

    [Fact]
    public async Task Query_PostgreSql_GivesNamesRowsAndNulls()
    {
        var result = await AskAsync(await PostgresAsync(), "select id, name, price from items order by id");
        result.Text.ShouldStartWith("id\tname\tprice\n1\ttab\\there\t9.50\n2\tNULL\t1.00\n[2 rows]");
    }

    [Fact]
    public async Task Query_MariaDb_GivesNamesRowsAndNulls()
    {
        var result = await AskAsync(await MariaDbAsync(), "select id, name, price from items order by id");
        result.Text.ShouldStartWith("id\tname\tprice\n1\ttab\\there\t9.50\n2\tNULL\t1.00\n[2 rows]");
    }

    [Fact]
    public async Task Query_Parameters_AreValuesAndNothingElse()
    {
        (await AskAsync(await PostgresAsync(), "select count(*) from items where name = $1 or id = $2", "x' or '1'='1", "2")).Text.ShouldStartWith("count\n1\n");
        (await AskAsync(await MariaDbAsync(), "select count(*) as n from items where name = ? or id = ?", "x' or '1'='1", "2")).Text.ShouldStartWith("n\n1\n");
    }

    [Fact]
    public async Task Query_ManyRows_StopsAtTheBound()
    {
        var result = await AskAsync(await PostgresAsync(), "select g from generate_series(1, 10000000) g");
        result.Text.Length.ShouldBeLessThan(SqlAnswer.MaxBytes + 500);
        result.Text.ShouldContain("left out");
    }

    [Fact]
    public async Task Query_RoleThatMayWrite_IsWarnedOf()
    {
        (await AskAsync(await PostgresAsync(), "select 1")).Text.ShouldContain("warning: the role 'postgres' may write");
        (await AskAsync(await MariaDbAsync(), "select 1")).Text.ShouldContain("warning: the role 'root' may write");
    }

    [Fact]
    public async Task Query_RoleThatOnlyReads_IsNotWarnedOf()
    {
        var fields = await PostgresAsync();
        await PostgresServer.ExecuteAsync(Connection(fields), "drop role if exists reader; create role reader login; grant select on items to reader");
        (await AskAsync(new(fields) { ["username"] = "reader" }, "select count(*) from items")).Text.ShouldBe("count\n2\n[1 row]");
    }

    [Theory]
    [InlineData("delete from items", GuardrailReason.DataMutation)]
    [InlineData("with d as (delete from items returning *) select * from d", GuardrailReason.DataMutation)]
    [InlineData("select 1; drop table items", GuardrailReason.DataMutation)]
    public async Task Query_Change_IsRefused(string query, GuardrailReason reason)
    {
        var judgement = await _gate.JudgeAsync("sql.query", new { database = "shop", query }, Scope(await PostgresAsync()));
        judgement.Permit.ShouldBeNull();
        judgement.Verdict.Reason.ShouldBe(reason, judgement.Verdict.Message);
    }

    [Theory]
    [InlineData("select pg_terminate_backend(4711)")]
    [InlineData("vacuum items")]
    [InlineData("select pg_reload_conf()")]
    public async Task Query_WhatTheToolHasNoWayToDo_IsRefusedAndNobodyIsAsked(string query)
    {
        var judgement = await AskPeopleAsync(await PostgresAsync(), query);
        (judgement.Verdict.Reason, judgement.Ask).ShouldBe((GuardrailReason.BlockedOutright, null), judgement.Verdict.Message);
    }

    [Fact]
    public async Task Query_ThatWaitsForAPerson_ShowsTheServersPlan()
    {
        (await PreviewAsync(await PostgresAsync(), "SELECT name FROM items WHERE id = $1;", 2)).Difference.ShouldNotBeNull().ShouldContain("Scan using items_pkey on items");
        (await PreviewAsync(await MariaDbAsync(), "select name from items where id = ?", 2)).Difference.ShouldNotBeNull().ShouldContain("items\tconst\tPRIMARY");
    }

    [Theory]
    [InlineData("select 1; select 2", "only a single select")]
    [InlineData("show server_version", "only a single select")]
    [InlineData("select nothing from nowhere", "could not be explained: shop: 42P01")]
    public async Task Query_ThatCannotBeExplained_SaysWhy(string query, string why)
    {
        var preview = await PreviewAsync(await PostgresAsync(), query);
        (preview.Difference, preview.Unavailable!.Contains(why, StringComparison.Ordinal)).ShouldBe((null, true), preview.Unavailable);
    }

    [Fact]
    public async Task Read_ChangeThatNobodySaw_IsRefusedByTheServer()
    {
        var arguments = new SqlQueryArguments { Database = "shop", Query = "insert into items values (3, 'x', 1)" };
        var (pg, my) = (await DatabaseAsync(await PostgresAsync()), await DatabaseAsync(await MariaDbAsync()));
        await using var toPg = new SqlRelay(pg.Host, pg.Port, TestContext.Current.CancellationToken);
        await using var toMy = new SqlRelay(my.Host, my.Port, TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<PostgresException>(() => PostgresReader.RunAsync(pg, arguments, new SqlOptions(), toPg, new SqlAnswer(Redactor.Default)))).SqlState.ShouldBe("25006");
        (await Should.ThrowAsync<MySqlConnector.MySqlException>(() => MySqlReader.RunAsync(my, arguments, new SqlOptions(), toMy, new SqlAnswer(Redactor.Default)))).Number.ShouldBe(1792);
    }

    [Fact]
    public async Task Query_WrongPassword_NamesTheCredentialAndNotItsValue()
    {
        var fields = await MariaDbAsync();
        var result = await AskAsync(new(fields) { ["username"] = "nobody", ["password"] = "canary-secret" }, "select 1");
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("shop");
        result.Text.ShouldNotContain("canary-secret");
    }

    [Theory]
    [InlineData("driver", "oracle", "driver")]
    [InlineData("port", "0", "port")]
    [InlineData("sslmode", "maybe", "sslmode")]
    public async Task Query_CredentialThatCannotBeUsed_NamesTheField(string field, string value, string named)
    {
        var fields = new Dictionary<string, string> { ["driver"] = "postgres", ["host"] = "127.0.0.1", ["database"] = "shop", ["username"] = "x", [field] = value };
        var judgement = await _gate.JudgeAsync("sql.query", new { database = "shop", query = "select 1" }, Scope(fields));
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);
        judgement.Verdict.Message.ShouldContain($"'{named}'");
    }

    private async Task<ActionPreview> PreviewAsync(Dictionary<string, string> fields, string query, params object[] parameters)
    {
        var judgement = await AskPeopleAsync(fields, query, parameters);
        return judgement.Ask.ShouldNotBeNull(judgement.Verdict.Message).Preview;
    }

    private Task<Judgement> AskPeopleAsync(Dictionary<string, string> fields, string query, params object[] parameters) => _gate.JudgeAsync("sql.query", new { database = "shop", query, parameters }, Scope(fields) with
    {
        Policy = new GuardrailPolicy { Autonomy = AutonomyLevel.AutomateDestructive, ApprovalMode = ApprovalMode.EveryAction },
        Sheet = ActionSheetIndex.Build([new DeclaredAction("ask", "sql.query", RiskTier.ServiceMutation)]),
    });

    private Task<ToolResult> AskAsync(Dictionary<string, string> fields, string query, params string[] parameters) =>
        _gate.RunAsync("sql.query", parameters.Length == 0 ? new { database = "shop", query } : new { database = "shop", query, parameters }, Scope(fields));

    private static RunScope Scope(Dictionary<string, string> fields) =>
        Gates.Scope() with { Credentials = new Dictionary<string, ICredentialHandle> { ["shop"] = new SecretCredential("shop", CredentialType.BasicAuth, fields) } };

    private static Task<SqlDatabase> DatabaseAsync(Dictionary<string, string> fields) => SqlDatabases.FindAsync("shop", Scope(fields), TestContext.Current.CancellationToken);

    private async Task<Dictionary<string, string>> PostgresAsync()
    {
        var connection = await postgres.NewDatabaseAsync();
        await PostgresServer.ExecuteAsync(connection, Tables);
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return new Dictionary<string, string> { ["driver"] = "postgres", ["host"] = parts.Host!, ["port"] = $"{parts.Port}", ["database"] = parts.Database!, ["username"] = parts.Username!, ["password"] = "none" };
    }

    private static string Connection(Dictionary<string, string> fields) =>
        $"Host={fields["host"]};Port={fields["port"]};Username={fields["username"]};Database={fields["database"]};Pooling=false";

    private async Task<Dictionary<string, string>> MariaDbAsync()
    {
        await using var connection = await mariaDb.ConnectAsync();
        var name = $"shop_{TestContext.Current.Test!.UniqueID[..12]}";
        foreach (var statement in $"create database if not exists {name}; use {name}; drop table if exists items; {Tables}".Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = new MySqlConnector.MySqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        var parts = new MySqlConnector.MySqlConnectionStringBuilder(connection.ConnectionString);
        return new Dictionary<string, string> { ["driver"] = "mariadb", ["host"] = parts.Server, ["port"] = $"{parts.Port}", ["database"] = name, ["username"] = parts.UserID };
    }
}
