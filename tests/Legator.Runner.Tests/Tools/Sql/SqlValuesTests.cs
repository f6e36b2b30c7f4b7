using Legator.Backends.Tests.Servers;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Sql;
using Npgsql;

namespace Legator.Runner.Tests.Tools.Sql;

/// <summary>Values of every kind, and servers that are busy, locked or gone.</summary>
public sealed class SqlValuesTests(Cluster cluster, PostgresServer postgres, MariaDbServer mariaDb) : IClassFixture<Cluster>
{
    private readonly ToolGate _gate = Gates.Create(cluster, sql: new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(8) });

    [Theory]
    [InlineData("select null::text", "NULL")]
    [InlineData("select array[1,2,null]", "{1,2,NULL}")]
    [InlineData("select '{\"a\": [1]}'::jsonb", "{\"a\": [1]}")]
    [InlineData("select 'infinity'::timestamptz", "infinity")]
    [InlineData("select timestamp '2026-01-02 03:04:05.6'", "2026-01-02 03:04:05.6")]
    [InlineData("select date '2026-01-02'", "2026-01-02")]
    [InlineData("select '\\x00ff'::bytea", "\\x00ff")]
    [InlineData("select 'NaN'::float8", "NaN")]
    [InlineData("select true", "t")]
    [InlineData("select interval '1 day 2 hours'", "1 day 02:00:00")]
    [InlineData("select '10.0.0.0/8'::cidr", "10.0.0.0/8")]
    [InlineData("select row(1, 'x')", "(1,x)")]
    [InlineData("select E'a\\nb\\tc\\\\d'", "a\\nb\\tc\\\\d")]
    [InlineData("select 'Größe 日本 🙂'", "Größe 日本 🙂")]
    public async Task PostgreSql_Value_IsShownAsTheServerWritesIt(string query, string expected) =>
        (await _gate.AskAsync(await PostgresAsync(), query)).Text.Split('\n')[1].ShouldBe(expected);

    [Theory]
    [InlineData("select null", "NULL")]
    [InlineData("select cast('2026-01-02' as date)", "2026-01-02")]
    [InlineData("select cast('2026-01-02 00:00:00' as datetime)", "2026-01-02 00:00:00")]
    [InlineData("select x'00ff'", "\\x00ff")]
    [InlineData("select 1 = 1", "1")]
    [InlineData("select 1.50", "1.50")]
    [InlineData("select json_object('a', 1)", "{\"a\": 1}")]
    [InlineData("select 18446744073709551615", "18446744073709551615")]
    [InlineData("select 'Größe 日本 🙂'", "Größe 日本 🙂")]
    public async Task MariaDb_Value_IsShownAsPeopleKnowIt(string query, string expected) =>
        (await _gate.AskAsync(await MariaAsync(), query)).Text.Split('\n')[1].ShouldBe(expected);

    [Fact]
    public async Task Parameters_OfEveryJsonType_Arrive()
    {
        object?[] values = ["it's", 42, 1.5, true, null, new { a = 1 }];
        var row = (await _gate.AskAsync(await PostgresAsync(), "select $1::text, $2::int + 1, $3::numeric, $4::bool, $5::text, $6::jsonb ->> 'a'", values)).Text.Split('\n')[1];
        row.ShouldBe("it's\t43\t1.5\tt\tNULL\t1");
        (await _gate.AskAsync(await MariaAsync(), "select ?, ? + 1, ?, ?, ?, json_value(?, '$.a')", values)).Text.Split('\n')[1].ShouldBe("it's\t43\t1.5\t1\tNULL\t1");
    }

    [Fact]
    public async Task Rows_ManyOrWide_AreCutWithANote()
    {
        var fields = await PostgresAsync();
        (await _gate.AskAsync(fields, "select g from generate_series(1, 1000000) g")).Text.ShouldContain("more rows than these");
        (await _gate.AskAsync(fields, "select 1 from generate_series(1, 1500) g")).Text.ShouldContain("more rows than these 1000 were left out");
        (await _gate.AskAsync(fields, "select repeat('ä', 5000), repeat('b', 5000) from generate_series(1, 100)")).Text.Length.ShouldBeLessThan(9300);
        (await _gate.AskAsync(await MariaAsync(), "select repeat('ä', 5000), seq from seq_1_to_100000")).Text.ShouldContain("more rows than these");
    }

    [Fact]
    public async Task Secret_AtTheEdgeOfACell_IsNotShownInPart()
    {
        var result = await _gate.AskAsync(await PostgresAsync(), $"select repeat('x', {SqlAnswer.MaxCell - 6}) || 'canary-secret'");
        result.Text.ShouldContain("xxx[REDACTED]");
        result.Text.ShouldNotContain("canary");
    }

    [Fact]
    public async Task Statement_LongerThanItsTime_IsEndedByTheServer()
    {
        var gate = Gates.Create(cluster, sql: new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(1) });
        var pg = await gate.AskAsync(await PostgresAsync(), "select count(*) from pg_class a, pg_class b, pg_class c, pg_class d");
        pg.Text.ShouldContain("statement timeout");
        var my = await gate.AskAsync(await MariaAsync(), "select count(*) from seq_1_to_100000 a, seq_1_to_100000 b");
        my.Text.ShouldContain("max_statement_time");
    }

    [Fact]
    public async Task Lock_HeldBySomebodyElse_IsNotWaitedForLong()
    {
        var (pg, my) = (await PostgresAsync(), await MariaAsync());
        await PostgresServer.ExecuteAsync(Connection(pg), "create table items (id int)");
        await using var other = new NpgsqlConnection(Connection(pg));
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = new NpgsqlCommand("begin; lock table items in access exclusive mode", other);
        await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var owner = await mariaDb.ConnectAsync();
        foreach (var statement in new[] { $"use {my["database"]}", "create or replace table items (id int)", "lock tables items write" })
        {
            await using var command = new MySqlConnector.MySqlCommand(statement, owner);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var answers = await Task.WhenAll(_gate.AskAsync(pg, "select * from items"), _gate.AskAsync(my, "select * from items"));
        answers[0].Text.ShouldContain("lock timeout");
        answers[1].Text.ShouldContain("Lock wait timeout");
    }

    [Fact]
    public async Task Server_ThatDiesMidQuery_IsAnAnswerThatNamesTheDatabase()
    {
        var fields = await PostgresAsync();
        var asking = _gate.AskAsync(fields, "select count(*) from pg_class a, pg_class b, pg_class c, pg_class d");
        await Eventually.IsTrueAsync("its session is ended", async () =>
        {
            await using var admin = new NpgsqlConnection(Connection(fields));
            await admin.OpenAsync();
            await using var kill = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'legator' and state = 'active' and datname = current_database()", admin);
            return (long)(await kill.ExecuteScalarAsync())! > 0;
        });
        var result = await asking;
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldStartWith("shop: ");
    }

    [Fact]
    public async Task Call_ThatIsOver_LeavesNoSessionOnTheServer()
    {
        var fields = await PostgresAsync();
        await _gate.AskAsync(fields, "select 1");
        await _gate.AskAsync(fields, "select g from generate_series(1, 1000000) g");
        await using var admin = new NpgsqlConnection(Connection(fields));
        await admin.OpenAsync(TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync("no session of ours is left", async () =>
        {
            await using var count = new NpgsqlCommand("select count(*) from pg_stat_activity where application_name = 'legator' and datname = current_database()", admin);
            return (long)(await count.ExecuteScalarAsync())! == 0;
        });
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsNamed()
    {
        var fields = await PostgresAsync();
        var result = await _gate.AskAsync(new(fields) { ["port"] = $"{ServerProcess.FreePort()}" }, "select 1");
        result.Text.ShouldContain("cannot be reached: Connection refused");
    }

    private async Task<Dictionary<string, string>> PostgresAsync() => SqlSite.Postgres(await postgres.NewDatabaseAsync());

    private static string Connection(Dictionary<string, string> fields) =>
        $"Host={fields["host"]};Port={fields["port"]};Username={fields["username"]};Database={fields["database"]};Pooling=false";

    private async Task<Dictionary<string, string>> MariaAsync()
    {
        await using var connection = await mariaDb.ConnectAsync();
        var name = $"v_{TestContext.Current.Test!.UniqueID[..12]}";
        await using var command = new MySqlConnector.MySqlCommand($"create database if not exists {name}", connection);
        await command.ExecuteNonQueryAsync();
        return SqlSite.MariaDb(connection.ConnectionString, name);
    }
}
