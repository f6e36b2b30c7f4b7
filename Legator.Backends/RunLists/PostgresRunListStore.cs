using System.Text.Json;
using Legator.Backends.Journals;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.RunLists;
using Legator.Core.Runs;
using Npgsql;

namespace Legator.Backends.RunLists;

/// <summary>The list of runs in the journal's PostgreSQL database: every filter has an index in the list's order, and a page begins behind the last row of the page before.</summary>
internal sealed class PostgresRunListStore : IRunListStore, IAsyncDisposable
{
    private const string Upsert = """
        INSERT INTO run_list (namespace, name, agent, phase, created_at, version, summary)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (namespace, name) DO UPDATE
            SET agent = EXCLUDED.agent, phase = EXCLUDED.phase, created_at = EXCLUDED.created_at, version = EXCLUDED.version, summary = EXCLUDED.summary
        """;

    private readonly NpgsqlDataSource source;
    private readonly PostgresSchema schema;

    public PostgresRunListStore(RunJournalOptions options)
    {
        source = PostgresSource.Open(options.ConnectionString);
        schema = new PostgresSchema(source);
    }

    public Task<IReadOnlyList<RunListRow>> ListAsync(RunListQuery query, CancellationToken cancellationToken) => Guard<IReadOnlyList<RunListRow>>(async () =>
    {
        await using var command = Command(RunListSql.Page(query), query, query.Limit);
        if (query.After is { } after)
        {
            command.Parameters.AddWithValue("time", after.Time.UtcDateTime);
            command.Parameters.AddWithValue("name", after.Name);
            command.Parameters.AddWithValue("place", after.Namespace);
        }

        return await RowsAsync(command, cancellationToken);
    }, cancellationToken);

    public Task<IReadOnlyList<RunListRow>> FindAsync(string? inNamespace, string name, CancellationToken cancellationToken) => Guard(async () =>
    {
        await using var command = source.CreateCommand(RunListSql.Named(inNamespace is not null));
        command.Parameters.AddWithValue("name", name);
        if (inNamespace is not null)
        {
            command.Parameters.AddWithValue("ns", inNamespace);
        }

        return await RowsAsync(command, cancellationToken);
    }, cancellationToken);

    public Task<int> CountAsync(RunListQuery query, int atMost, CancellationToken cancellationToken) => Guard(async () =>
    {
        await using var command = Command(RunListSql.Count(query), query, atMost);
        return (int)(long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }, cancellationToken);

    public Task<IReadOnlyDictionary<RunKey, string>> VersionsAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken) => Guard<IReadOnlyDictionary<RunKey, string>>(async () =>
    {
        await using var command = source.CreateCommand("SELECT l.namespace, l.name, l.version FROM run_list l JOIN unnest($1, $2) AS n (namespace, name) ON l.namespace = n.namespace AND l.name = n.name");
        Add(command, runs.Select(r => r.Namespace).ToArray());
        Add(command, runs.Select(r => r.Name).ToArray());
        var versions = new Dictionary<RunKey, string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            versions[new RunKey(reader.GetString(0), reader.GetString(1))] = reader.GetString(2);
        }

        return versions;
    }, cancellationToken);

    public Task PutAsync(IReadOnlyList<RunListRow> rows, CancellationToken cancellationToken) => Guard(async () =>
    {
        await using var command = source.CreateCommand(Upsert);
        Add(command, rows.Select(r => r.Summary.Namespace).ToArray());
        Add(command, rows.Select(r => r.Summary.Name).ToArray());
        Add(command, rows.Select(r => r.Summary.Agent).ToArray());
        Add(command, rows.Select(r => r.Summary.Phase).ToArray());
        Add(command, rows.Select(r => r.Summary.CreatedAt.UtcDateTime).ToArray());
        Add(command, rows.Select(r => r.Version).ToArray());
        Add(command, rows.Select(r => JsonSerializer.Serialize(r.Summary, LegatorJson.Options)).ToArray());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }, cancellationToken);

    public Task DeletedAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken) => Guard(async () =>
    {
        await using var command = source.CreateCommand($"""
            UPDATE run_list SET phase = 'Cancelled', summary = (summary::jsonb || '{RunListSql.Gone}')::text
            FROM unnest($1, $2) AS n (namespace, name)
            WHERE run_list.namespace = n.namespace AND run_list.name = n.name AND {RunListSql.Unfinished}
            """);
        Add(command, runs.Select(r => r.Namespace).ToArray());
        Add(command, runs.Select(r => r.Name).ToArray());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        schema.Dispose();
        await source.DisposeAsync();
    }

    private static async Task<IReadOnlyList<RunListRow>> RowsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var rows = new List<RunListRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new RunListRow(JsonSerializer.Deserialize<RunSummary>(reader.GetString(1), LegatorJson.Options)!, reader.GetString(0)));
        }

        return rows;
    }

    private static void Add<T>(NpgsqlCommand command, T[] values) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values });

    private NpgsqlCommand Command(string sql, RunListQuery query, int limit)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("limit", limit);
        foreach (var (name, value) in RunListSql.Filters(query))
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private async Task<T> Guard<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await schema.EnsureAsync(cancellationToken);
            return await work();
        }
        catch (NpgsqlException e)
        {
            throw PostgresRunJournal.Unavailable(e);
        }
    }
}
