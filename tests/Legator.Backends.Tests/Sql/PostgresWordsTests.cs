using Legator.Backends.Tests.Servers;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Tests;
using Npgsql;

namespace Legator.Backends.Tests.Sql;

/// <summary>The table of PostgreSQL's words is held against a real server: what it lists as harmless must be so there, and what the server has besides must not be a read.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresWordsTests(PostgresServer server)
{
    private const string Callable = "prokind <> 'p' AND NOT ('internal'::regtype = ANY(proargtypes::oid[])) AND pronamespace = 'pg_catalog'::regnamespace";

    private static readonly ILookup<string, string> Sections = Read();

    [Fact]
    public async Task StableFunctions_OfTheTable_AreNotVolatileOnTheServer()
    {
        var wild = await ColumnAsync($"SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND {Callable}");
        Sections["read.stable"].Intersect(wild).ShouldBeEmpty();
    }

    [Fact]
    public async Task VolatileFunctions_OfTheServer_AreReadsOnlyWhenTheTableSaysSo()
    {
        var wild = await ColumnAsync($"SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND {Callable}");
        var listed = Sections["read.volatile"].Concat(Sections["read.newer"]).Concat(Sections["read.extension"]).ToHashSet();
        wild.Where(name => IsRead($"SELECT {name}(1)") && !listed.Contains(name)).ShouldBeEmpty();
        (await ColumnAsync($"SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND prorettype NOT IN ('trigger'::regtype, 'language_handler'::regtype) AND {Callable}"))
            .Where(name => IsRead($"SELECT (1).{name}") && !listed.Contains(name)).ShouldBeEmpty("functions in the form of a field");
    }

    [Fact]
    public async Task Functions_CalledReads_AreNotRefusedInReadOnlyMode()
    {
        var calls = await ColumnAsync($"""
            SELECT format('SELECT pg_catalog.%I(%s)', proname,
                (SELECT string_agg(CASE WHEN t::regtype::text LIKE 'any%' THEN 'NULL::int[]' ELSE format('NULL::%s', t::regtype) END, ', ') FROM unnest(proargtypes::oid[]) t))
            FROM pg_proc WHERE {Callable} AND NOT proisstrict AND prokind = 'f' OR {Callable} AND pronargs = 0 AND prokind = 'f'
            """);
        var refused = new List<string>();
        await using var connection = new NpgsqlConnection(await server.NewDatabaseAsync());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var call in calls.Where(IsRead))
        {
            if (await PostgresReadOnly.AskAsync(connection, call) == PostgresReadOnly.Refused)
            {
                refused.Add(call);
            }
        }

        calls.Count.ShouldBeGreaterThan(200);
        refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keywords_OfTheServer_AreInTheTable()
    {
        var keywords = await ColumnAsync("SELECT catcode::text || ' ' || word FROM pg_get_keywords()");
        var table = new Dictionary<string, HashSet<string>>
        {
            ["R"] = [.. Sections["keyword.reserved"]],
            ["C"] = [.. Sections["keyword.column"]],
            ["T"] = [.. Sections["keyword.type"]],
            ["U"] = [.. Sections["keyword.plain"]],
        };
        keywords.Where(k => !table[k[..1]].Contains(k[2..])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Operators_OfTheServer_AreInTheTable()
    {
        var operators = await ColumnAsync("SELECT DISTINCT oprname FROM pg_operator");
        operators.Except(Sections["operator"]).ShouldBeEmpty();
    }

    private static bool IsRead(string query) => SqlClassifier.Classify("test", SqlDialect.PostgreSql, query) is { Tier: RiskTier.Read, Blocked: false };

    private static ILookup<string, string> Read()
    {
        var section = "";
        var words = new List<(string Section, string Word)>();
        foreach (var line in File.ReadLines(RepositoryFolder.File("Legator.Core/Actions/Classification/Sql/Postgres/postgres-words.txt")))
        {
            section = line.StartsWith('[') ? line.Trim('[', ']') : section;
            if (!line.StartsWith('[') && !line.StartsWith("-- ", StringComparison.Ordinal))
            {
                words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (section, word)));
            }
        }

        return words.ToLookup(w => w.Section, w => w.Word);
    }

    private async Task<List<string>> ColumnAsync(string query)
    {
        await using var connection = new NpgsqlConnection(await server.NewDatabaseAsync());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
