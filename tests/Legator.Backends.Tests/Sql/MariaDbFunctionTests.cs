using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Sql;
using MySqlConnector;

namespace Legator.Backends.Tests.Sql;

/// <summary>A real server names its functions: each is either known to only read, and then works in READ ONLY mode, or is one that is meant not to be a read.</summary>
public sealed class MariaDbFunctionTests(MariaDbServer server)
{
    private const int RefusedInReadOnly = 1792;

    private static readonly string[] NoReads =
    [
        "benchmark", "get_lock", "last_insert_id", "lastval", "load_file", "master_gtid_wait", "master_pos_wait", "nextval", "release_all_locks", "release_lock", "setval", "sleep",
        "wsrep_sync_wait_upto_gtid",
    ];

    private static readonly string[] Arguments = ["", "1", "'a'", "1, 1", "'a', 'b'", "1, 1, 1", "'a', 'b', 'c'", "1, 1, 1, 1", "'{}', '$.a', 1", "NOW()", "NOW(), 1", "POINT(1, 1)", "POINT(1, 1), POINT(2, 2)"];

    [Fact]
    public async Task Functions_OfTheServer_AreReadsOrKnownNotToBe()
    {
        await using var connection = await server.ConnectAsync();
        var names = await NamesAsync(connection);
        names.Count.ShouldBeGreaterThan(200);
        names.Where(name => !IsRead($"SELECT {name}(1)")).Except(NoReads).ShouldBeEmpty("functions that the server has and the classifier does not know");
        NoReads.Where(name => IsRead($"SELECT {name}('a')")).ShouldBeEmpty("functions that are no reads");
    }

    [Fact]
    public async Task Functions_CalledReads_AreNotRefusedInReadOnlyMode()
    {
        await using var connection = await server.ConnectAsync();
        var names = (await NamesAsync(connection)).Where(name => IsRead($"SELECT {name}(1)")).ToList();
        await AnswerAsync(connection, "SET SESSION TRANSACTION READ ONLY");
        var refused = new List<string>();
        foreach (var call in names.SelectMany(name => Arguments.Select(a => $"SELECT {name}({a})")))
        {
            if (await AnswerAsync(connection, call) == RefusedInReadOnly)
            {
                refused.Add(call);
            }
        }

        refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_ThatCanNameAStoredFunction_AreNoReadsBeforeAParenthesis()
    {
        await using var connection = await server.ConnectAsync();
        await AnswerAsync(connection, "SET SESSION sql_mode = ''; CREATE DATABASE words; USE words");
        var words = await ColumnAsync(connection, "SELECT LOWER(WORD) FROM information_schema.KEYWORDS WHERE WORD REGEXP '^[A-Za-z_0-9]+$'");
        words.Count.ShouldBeGreaterThan(500);
        var called = 0;
        var missed = new List<string>();
        foreach (var word in words)
        {
            await AnswerAsync(connection, $"CREATE FUNCTION `{word}`(a INT) RETURNS INT NO SQL BEGIN SET @called = 1; RETURN 1; END");
            foreach (var query in new[] { $"SELECT {word}(1)", $"SELECT 1, {word}((SELECT 1))", $"SELECT * FROM (SELECT 1 a) t WHERE 1 = {word}(1)" })
            {
                if (await IsCalledAsync(connection, query))
                {
                    called++;
                    missed.AddRange(IsRead(query) ? [query] : []);
                }
            }
        }

        called.ShouldBeGreaterThan(500);
        missed.ShouldBeEmpty();
    }

    private static async Task<bool> IsCalledAsync(MySqlConnection connection, string query)
    {
        await AnswerAsync(connection, "SET @called = 0");
        await AnswerAsync(connection, query);
        return (await ColumnAsync(connection, "SELECT @called"))[0] == "1";
    }

    private static bool IsRead(string query) => SqlClassifier.Classify("test", SqlDialect.MySql, query) is { Tier: RiskTier.Read, Blocked: false };

    private static Task<List<string>> NamesAsync(MySqlConnection connection) =>
        ColumnAsync(connection, "SELECT LOWER(FUNCTION) FROM information_schema.SQL_FUNCTIONS");

    private static async Task<List<string>> ColumnAsync(MySqlConnection connection, string query, int column = 0)
    {
        await using var command = new MySqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(column).ToString() ?? "");
        }

        return values;
    }

    private static async Task<int> AnswerAsync(MySqlConnection connection, string statement)
    {
        try
        {
            await using var command = new MySqlCommand(statement, connection);
            await command.ExecuteScalarAsync();
            return 0;
        }
        catch (MySqlException e)
        {
            return e.Number;
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentException)
        {
            return 0;
        }
    }
}
