using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Legator.Benchmarks.Journals;
using Legator.Benchmarks.LocalClusters;
using Legator.Core;
using Legator.Core.Api;
using Npgsql;

namespace Legator.Benchmarks.RunLists;

/// <summary>Pages of the list of runs, of a started Web over PostgreSQL, with as many runs in it as are asked for.</summary>
internal static class RunListBenchmark
{
    private const string Token = "token-of-the-benchmark-0001";
    private const int Agents = 500;
    private const int PageSize = 50;

    // As many of each as an estate has: most runs succeed, and few agents make most of the runs of the last hour.
    private const string Fill = """
        INSERT INTO run_list (namespace, name, agent, phase, created_at, version, summary)
        SELECT r.namespace, r.name, r.agent, r.phase, r.created_at, '1', json_build_object(
            'name', r.name, 'namespace', r.namespace, 'agent', r.agent, 'phase', r.phase, 'trigger', 'scheduled',
            'createdAt', to_char(r.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'startedAt', to_char(r.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'completedAt', to_char(r.created_at + interval '39 s', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'duration', '39s', 'model', 'anthropic/claude-opus', 'tokens', 18250,
            'iterations', 9, 'actions', 12, 'blocked', 1, 'message', 'The report is written; one action was blocked.')
        FROM (
            SELECT 'team-' || a % 20 AS namespace, 'agent-' || a || '-' || to_char(n, 'FM00000000') AS name, 'agent-' || a AS agent,
                CASE WHEN n % 50 = 0 THEN 'Failed' WHEN n % 70 = 0 THEN 'Escalated' WHEN n % 9973 = 0 THEN 'Running' ELSE 'Succeeded' END AS phase,
                date_trunc('second', timestamptz '2026-01-01' + n * interval '0.7 s') AS created_at
            FROM (SELECT n, n::bigint * 7919 % @agents AS a FROM generate_series(@from, @to) AS n) AS g) AS r
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var runs = int.Parse(Option(args, "--runs") ?? "1000000", CultureInfo.InvariantCulture);
        var requests = int.Parse(Option(args, "--requests") ?? "500", CultureInfo.InvariantCulture);
        await using var server = await BenchmarkPostgres.StartAsync(Option(args, "--connection"));
        await using var cluster = await BenchmarkServer.StartLocalClusterAsync();
        await using var web = await BenchmarkWeb.StartAsync(cluster.Kubeconfig, server.Connection, Token);
        using var http = new HttpClient { BaseAddress = web.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await MeasureAsync(http, "nothing in it yet", "", 20);
        await FillAsync(server.Connection, runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs, {requests} requests each"));
        await MeasureAsync(http, "first page", "", requests);
        await MeasureAsync(http, "page 10,000", $"continue={await CursorAsync(http, server.Connection, PageSize * 9_999)}", requests);
        await MeasureAsync(http, "namespace", "namespace=team-7", requests);
        await MeasureAsync(http, "agent", "agent=agent-123", requests);
        await MeasureAsync(http, "phase of many", "phase=Succeeded", requests);
        await MeasureAsync(http, "phase of few", "phase=Running", requests);
        await MeasureAsync(http, "phase of none", "phase=Blocked", requests);
        await MeasureAsync(http, "agent and phase", "agent=agent-123&phase=Failed", requests);
        return 0;
    }

    private static async Task FillAsync(string connection, int runs)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Command Timeout=0");
        List<string> indexes = [];
        await using (var known = source.CreateCommand("SELECT indexdef FROM pg_indexes WHERE tablename = 'run_list' AND indexname <> 'run_list_pkey'"))
        await using (var reader = await known.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                indexes.Add(reader.GetString(0));
            }
        }

        // Made at the end they are the same, in a fraction of the time.
        await ExecuteAsync(source, "DROP INDEX run_list_all, run_list_namespace, run_list_agent, run_list_phase");
        for (var from = 1; from <= runs; from += 500_000)
        {
            await using var fill = source.CreateCommand(Fill);
            fill.Parameters.AddWithValue("agents", Agents);
            fill.Parameters.AddWithValue("from", from);
            fill.Parameters.AddWithValue("to", Math.Min(runs, from + 499_999));
            await fill.ExecuteNonQueryAsync();
        }

        foreach (var index in indexes)
        {
            await ExecuteAsync(source, $"SET maintenance_work_mem = '512MB'; {index}");
        }

        await ExecuteAsync(source, "VACUUM ANALYZE run_list");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The cursor of the page that begins so many runs behind the newest: the API's own cursor, with another run's place in it.</summary>
    private static async Task<string> CursorAsync(HttpClient http, string connection, int skipped)
    {
        var first = await PageAsync(http, "");
        var cursor = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Decode(first.List.Continue!))!;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand($"SELECT created_at, name, namespace FROM run_list ORDER BY created_at DESC, name DESC, namespace DESC OFFSET {skipped - 1} LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        cursor["time"] = JsonSerializer.SerializeToElement(new DateTimeOffset(reader.GetDateTime(0)), LegatorJson.Options);
        cursor["name"] = JsonSerializer.SerializeToElement(reader.GetString(1));
        cursor["namespace"] = JsonSerializer.SerializeToElement(reader.GetString(2));
        return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(cursor)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static byte[] Decode(string cursor) =>
        Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/') + new string('=', (4 - cursor.Length % 4) % 4));

    private static async Task MeasureAsync(HttpClient http, string what, string query, int requests)
    {
        var (taken, size, rows) = (new List<double>(), 0, 0);
        await PageAsync(http, query);
        for (var i = 0; i < requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var (list, bytes) = await PageAsync(http, query);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            (size, rows) = (bytes, list.Runs.Count);
        }

        taken.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-20} p50 {taken[requests / 2],8:F2} ms   p99 {taken[requests * 99 / 100],8:F2} ms   {rows} runs in {size / 1000.0:F1} kB"));
    }

    private static async Task<(RunList List, int Bytes)> PageAsync(HttpClient http, string query)
    {
        var bytes = await http.GetByteArrayAsync(new Uri($"{ApiPaths.Runs}?{query}", UriKind.Relative));
        return (JsonSerializer.Deserialize<RunList>(bytes, LegatorJson.Options)!, bytes.Length);
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
