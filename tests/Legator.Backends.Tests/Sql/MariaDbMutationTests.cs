using System.Text;
using System.Text.Json;
using Legator.Backends.Tests.Manifests;
using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Sql;
using MySqlConnector;

namespace Legator.Backends.Tests.Sql;

/// <summary>Labelled statements are bent at random; whatever is then called a read runs on a real server in each of its modes, and must leave no trace there.</summary>
public sealed class MariaDbMutationTests(MariaDbServer server, ITestOutputHelper output)
{
    private const int RefusedInReadOnly = 1792;

    private static readonly string[] Modes =
        ["", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES", "IGNORE_SPACE", "PIPES_AS_CONCAT", "ORACLE"];

    private static readonly string[] Functions = ["touch", "close_day", "audit", "against", "escape", "columns", "now", "x"];

    private static readonly string[] Pieces =
    [
        "'", "\"", "`", "\\", "\\'", "\\\"", "''", "--", "-- ", "--\t", "#", "/*", "*/", "/*!", "/*!50000 ", "/*!99999 ", "/*M! ", "/*!100100", "/*+ ", "\n", "\r\n", " ", "(", ")", ",", ";", ".", "*", " touch(1) ",
        "; DELETE FROM t;", " INTO @v ", " FOR UPDATE ", " AS ", " UNION ", " x ", "1.e", "@", ":=", "{", "}", "||", "é", "\\G", " touch (1)", "touch/**/(1)", "`touch`(1)", "test.touch(1)", "\"touch\"(1)",
        " SELECT ", " 1 ", " touch", "(1)", " WITH ", " VALUES ", " SET @@sql_mode='' ", " NEXT VALUE FOR s ", " s.nextval ", "+touch(1)", " DEFAULT(d) ",
    ];

    [Fact]
    public async Task Statements_BentAtRandom_LeaveNoTraceWhenCalledReads()
    {
        await using var connection = await server.ConnectAsync();
        await BuildAsync(connection);
        (await TryAsync(connection, "", "SELECT touch(1)")).Trace.ShouldNotBeNull("traces are seen");
        (await TryAsync(connection, "", "DELETE FROM t")).Trace.ShouldNotBeNull("refusals are seen");
        var statements = Statements();
        var seed = int.Parse(Environment.GetEnvironmentVariable("LEGATOR_TEST_SEED") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
        var rounds = int.Parse(Environment.GetEnvironmentVariable("LEGATOR_TEST_ROUNDS") ?? "20000", System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var (run, understood, traces) = (0, 0, new List<string>());
        for (var i = 0; i < rounds; i++)
        {
            var text = Bent(statements[random.Next(statements.Count)], statements, random);
            if (SqlClassifier.Classify("test", SqlDialect.MySql, text) is not { Tier: RiskTier.Read, Blocked: false })
            {
                continue;
            }

            run++;
            var mode = Modes[random.Next(Modes.Length)];
            var (answer, trace) = await TryAsync(connection, mode, text);
            understood += answer == 0 ? 1 : 0;
            if (trace is not null)
            {
                traces.Add($"[{mode}] {trace}: {text}");
            }
        }

        output.WriteLine($"{run} called reads, {understood} of them understood by the server.");
        traces.ShouldBeEmpty();
        run.ShouldBeGreaterThan(rounds / 50);
    }

    private static async Task BuildAsync(MySqlConnection connection)
    {
        await RunAsync(connection, "SET GLOBAL log_bin_trust_function_creators = 1; DROP DATABASE IF EXISTS bent; CREATE DATABASE bent; USE bent");
        foreach (var table in new[] { "t", "users", "orders", "customers", "events", "products" })
        {
            await RunAsync(connection, $"CREATE TABLE {table} (id INT PRIMARY KEY, a INT, b INT, status INT, total INT, created_at DATETIME, d INT DEFAULT 1); INSERT INTO {table} (id, a) VALUES (1, 1), (2, 2)");
        }

        foreach (var function in Functions)
        {
            await RunAsync(connection, $"CREATE FUNCTION `{function}`(a INT) RETURNS INT NO SQL BEGIN SET @called = 1; RETURN 1; END");
        }

        await RunAsync(connection, "CREATE SEQUENCE s");
    }

    private static List<string> Statements()
    {
        var folder = Path.Combine(Core.Tests.RepositoryFolder.Root, "tests", "corpora", "sql");
        return
        [
            .. Directory.GetFiles(folder, "*mysql*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("arguments").GetProperty("query").GetString()!),
        ];
    }

    private static string Bent(string statement, List<string> statements, Random random)
    {
        var text = new StringBuilder(statement);
        for (var bends = random.Next(0, 4); bends > 0 && text.Length > 1; bends--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                    break;
                case 1:
                    var other = statements[random.Next(statements.Count)];
                    var from = random.Next(other.Length);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(1, 30), other.Length - from)));
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static async Task<(int Answer, string? Trace)> TryAsync(MySqlConnection connection, string mode, string text)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.CloseAsync();
            await connection.OpenAsync();
        }

        await RunAsync(connection, $"USE bent; SET @called = 0, @v = NULL; SET SESSION max_statement_time = 2, sql_log_bin = 1, sql_mode = '{mode}'; SET SESSION TRANSACTION READ ONLY; START TRANSACTION READ ONLY");
        var answer = await RunAsync(connection, text);
        var state = await StateAsync(connection);
        await RunAsync(connection, "ROLLBACK; SET SESSION TRANSACTION READ WRITE");
        return (answer, answer == RefusedInReadOnly ? "refused in READ ONLY mode" : state == $"0||{mode}|1" || (mode == "ORACLE" && state.StartsWith("0||", StringComparison.Ordinal)) ? null : $"leaves {state}");
    }

    private static async Task<string> StateAsync(MySqlConnection connection)
    {
        await using var command = new MySqlCommand("SELECT CAST(CONCAT_WS('|', @called, IFNULL(@v, ''), @@sql_mode, @@sql_log_bin + 0) AS CHAR)", connection);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }

    private static async Task<int> RunAsync(MySqlConnection connection, string statement)
    {
        try
        {
            await using var command = new MySqlCommand(statement, connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.NextResultAsync())
            {
            }

            return 0;
        }
        catch (MySqlException e)
        {
            return e.Number;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return -1;
        }
    }
}
