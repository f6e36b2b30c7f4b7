using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Sql;
using MySqlConnector;

namespace Legator.Backends.Tests.Sql;

/// <summary>A real server in READ ONLY mode is asked about every statement of its own test scripts: what it refuses must never be called a read.</summary>
public sealed class MariaDbOracleTests(ITestOutputHelper output) : IAsyncDisposable
{
    // Its own server: the scripts change the system's tables too.
    private readonly MariaDbServer server = new();

    private const int RefusedInReadOnly = 1792;
    private const int NotParsed = 1064;

    // Statements that only build what the following ones are about.
    private static readonly string[] Building = ["CREATE TABLE", "CREATE VIEW", "CREATE FUNCTION", "CREATE SEQUENCE", "INSERT INTO", "DROP TABLE", "DROP VIEW", "ALTER TABLE"];

    private static readonly string[] Asking = ["SELECT", "SHOW", "EXPLAIN", "DESC", "WITH", "VALUES", "(SELECT", "ANALYZE SELECT", "ANALYZE FORMAT"];

    // These keep the server busy, or lock, or write a file: they are not what a read is, whatever a transaction allows.
    private static readonly string[] Harmful =
        ["sleep", "benchmark", "get_lock", "release_lock", "release_all_locks", "outfile", "dumpfile", "load_file", "_wait", "lock in share", "for update", "nextval", "lastval", "into @", "value for"];

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Statements_OfTheServersOwnScripts_AreJudgedLikeItsReadOnlyMode()
    {
        var files = MariaDbScripts.Files();
        Assert.SkipWhen(files.Count == 0, "MariaDB's test scripts are not installed: apt-get install mariadb-test-data.");
        var every = int.Parse(Environment.GetEnvironmentVariable("LEGATOR_TEST_MARIADB_EVERY") ?? "12", System.Globalization.CultureInfo.InvariantCulture);
        var score = new OracleScore();
        foreach (var file in files.Where((_, i) => i % every == 0))
        {
            await PlayAsync(file, score);
        }

        output.WriteLine($"{score.Judged} judged; {score.Allowed} plain queries allowed, {score.CalledRead} of them called read.");
        score.Broken.Take(100).Select(b => "no statement for the server, and called a read: " + b).ToList().ForEach(output.WriteLine);
        score.Alarms.Take(400).ToList().ForEach(output.WriteLine);
        score.Misses.ShouldBeEmpty();
        ((double)score.CalledRead / score.Allowed).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    private async Task PlayAsync(string file, OracleScore score)
    {
        await using var connection = await server.ConnectAsync();
        await RunAsync(connection, "SET SESSION max_statement_time = 2; DROP DATABASE IF EXISTS test; CREATE DATABASE test; USE test");
        foreach (var statement in MariaDbScripts.Statements(file))
        {
            var verdict = SqlClassifier.Classify("test", SqlDialect.MySql, statement);
            var read = verdict.Tier == RiskTier.Read && !verdict.Blocked;
            if (read || Starts(statement, Asking))
            {
                await AskAsync(connection, file, statement, read, score);
            }
            else if (Starts(statement, Building))
            {
                await RunAsync(connection, statement);
            }

            if (connection.State != System.Data.ConnectionState.Open)
            {
                await connection.CloseAsync();
                await connection.OpenAsync();
                await RunAsync(connection, "SET SESSION max_statement_time = 2; USE test");
            }
        }
    }

    private static async Task AskAsync(MySqlConnection connection, string file, string statement, bool read, OracleScore score)
    {
        if (!read && Harmful.Any(h => statement.Contains(h, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        await RunAsync(connection, "SET SESSION TRANSACTION READ ONLY; START TRANSACTION READ ONLY");
        var answer = await RunAsync(connection, statement);
        await RunAsync(connection, "ROLLBACK; SET SESSION TRANSACTION READ WRITE");
        score.Judged++;
        if (answer == RefusedInReadOnly && read && !await AsksAViewAsync(connection, statement))
        {
            score.Misses.Add($"{Path.GetFileName(file)}: {statement}");
        }

        if (answer == NotParsed && read)
        {
            score.Broken.Add($"{Path.GetFileName(file)}: {statement.ReplaceLineEndings(" ")}");
        }

        // A negative answer is the client's own.
        if (answer is not (RefusedInReadOnly or NotParsed or < 0))
        {
            score.Allowed++;
            score.CalledRead += read ? 1 : 0;
            if (!read)
            {
                score.Alarms.Add($"{Path.GetFileName(file)}: {answer}: {statement.ReplaceLineEndings(" ")} => {SqlClassifier.Classify("test", SqlDialect.MySql, statement).Reason}");
            }
        }
    }

    // What a view does stands in the database and not in the statement: there the transaction is the guard, as it just was.
    private static async Task<bool> AsksAViewAsync(MySqlConnection connection, string statement)
    {
        await using var command = new MySqlCommand("SELECT table_name FROM information_schema.views WHERE table_schema = DATABASE()", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (System.Text.RegularExpressions.Regex.IsMatch(statement, $@"\b{System.Text.RegularExpressions.Regex.Escape(reader.GetString(0))}\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Starts(string statement, string[] words) => words.Any(w => statement.StartsWith(w, StringComparison.OrdinalIgnoreCase));

    private static async Task<int> RunAsync(MySqlConnection connection, string statement)
    {
        try
        {
            await using var command = new MySqlCommand(statement, connection);
            await using var reader = await command.ExecuteReaderAsync();
            do
            {
                while (await reader.ReadAsync())
                {
                }
            }
            while (await reader.NextResultAsync());
            return 0;
        }
        catch (MySqlException e) when (e.Number > 0)
        {
            return e.Number;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return -1;
        }
    }
}
