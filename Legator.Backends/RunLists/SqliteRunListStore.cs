using System.Globalization;
using System.Text.Json;
using Legator.Backends.Journals;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.RunLists;
using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.RunLists;

/// <summary>The list of runs in the journal's SQLite file.</summary>
internal sealed class SqliteRunListStore(SqliteJournalDatabase database) : IRunListStore
{
    private const string Upsert = """
        INSERT INTO run_list (namespace, name, agent, phase, created_at, version, summary) VALUES (@ns, @name, @agent, @phase, @time, @version, @summary)
        ON CONFLICT (namespace, name) DO UPDATE
            SET agent = excluded.agent, phase = excluded.phase, created_at = excluded.created_at, version = excluded.version, summary = excluded.summary
        """;

    public Task<IReadOnlyList<RunListRow>> ListAsync(RunListQuery query, CancellationToken cancellationToken) => Guard<IReadOnlyList<RunListRow>>(connection =>
    {
        using var command = Command(connection, RunListSql.Page(query), [.. RunListSql.Filters(query), ("limit", query.Limit)]);
        if (query.After is { } after)
        {
            command.Parameters.AddWithValue("@time", Time(after.Time));
            command.Parameters.AddWithValue("@name", after.Name);
            command.Parameters.AddWithValue("@place", after.Namespace);
        }

        return Rows(command);
    });

    public Task<IReadOnlyList<RunListRow>> FindAsync(string? inNamespace, string name, CancellationToken cancellationToken) => Guard(connection =>
    {
        using var command = Command(connection, RunListSql.Named(inNamespace is not null), inNamespace is null ? [("name", name)] : [("ns", inNamespace), ("name", name)]);
        return Rows(command);
    });

    public Task<int> CountAsync(RunListQuery query, int atMost, CancellationToken cancellationToken) => Guard(connection =>
    {
        using var command = Command(connection, RunListSql.Count(query), [.. RunListSql.Filters(query), ("limit", atMost)]);
        return (int)(long)command.ExecuteScalar()!;
    });

    public Task<IReadOnlyDictionary<RunKey, string>> VersionsAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken) => Guard<IReadOnlyDictionary<RunKey, string>>(connection =>
    {
        var versions = new Dictionary<RunKey, string>();
        foreach (var run in runs)
        {
            using var command = Command(connection, "SELECT version FROM run_list WHERE namespace = @ns AND name = @name", [("ns", run.Namespace), ("name", run.Name)]);
            if (command.ExecuteScalar() is string version)
            {
                versions[run] = version;
            }
        }

        return versions;
    });

    public Task PutAsync(IReadOnlyList<RunListRow> rows, CancellationToken cancellationToken) => Guard(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (summary, version) in rows)
        {
            using var command = Command(connection, Upsert, [
                ("ns", summary.Namespace), ("name", summary.Name), ("agent", summary.Agent), ("phase", summary.Phase), ("time", Time(summary.CreatedAt)),
                ("version", version), ("summary", JsonSerializer.Serialize(summary, LegatorJson.Options))]);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return true;
    });

    public Task DeletedAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken) => Guard(connection =>
    {
        foreach (var run in runs)
        {
            using var command = Command(
                connection,
                $"UPDATE run_list SET phase = 'Cancelled', summary = json_patch(summary, '{RunListSql.Gone}') WHERE namespace = @ns AND name = @name AND {RunListSql.Unfinished}",
                [("ns", run.Namespace), ("name", run.Name)]);
            command.ExecuteNonQuery();
        }

        return true;
    });

    private static IReadOnlyList<RunListRow> Rows(SqliteCommand command)
    {
        var rows = new List<RunListRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(new RunListRow(JsonSerializer.Deserialize<RunSummary>(reader.GetString(1), LegatorJson.Options)!, reader.GetString(0)));
        }

        return rows;
    }

    // One spelling of one length, so that texts sort as times do.
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static SqliteCommand Command(SqliteConnection connection, string sql, IEnumerable<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue("@" + name, value);
        }

        return command;
    }

    private Task<T> Guard<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = database.Open();
            return Task.FromResult(work(connection));
        }
        catch (SqliteException e)
        {
            return Task.FromException<T>(SqliteJournalDatabase.Unavailable(e));
        }
    }
}
