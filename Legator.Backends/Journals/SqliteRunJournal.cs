using System.Runtime.CompilerServices;
using Legator.Backends.Signals;
using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Journals;

/// <summary>The journal in one SQLite file. Several processes may share it: the unique index fences them, and each finds the others' events by polling.</summary>
internal sealed class SqliteRunJournal : IRunJournal, IAsyncDisposable
{
    private const int TailPage = 500;
    private const string Columns = "position, namespace, run, sequence, time, data, previous_hash, hash";

    private readonly SqliteJournalDatabase database;
    private readonly SqliteAppend append;
    private readonly GroupWriter writer;
    private readonly Signal signal = new();
    private readonly RunJournalOptions options;
    private readonly TimeProvider time;

    public SqliteRunJournal(RunJournalOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        try
        {
            database = new SqliteJournalDatabase(options.ConnectionString);
        }
        catch (SqliteException e)
        {
            throw SqliteJournalDatabase.Unavailable(e);
        }

        append = new SqliteAppend(database);
        writer = new GroupWriter(
            group =>
            {
                append.Store(group);
                return Task.CompletedTask;
            },
            signal);
    }

    public Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken) =>
        writer.AppendAsync(new AppendRequest(run, head, RunEventRow.Now(time), data), cancellationToken);

    public Task<IReadOnlyList<RunEvent>> AppendAllAsync(RunKey run, JournalHead head, IReadOnlyList<RunEventData> data, CancellationToken cancellationToken) =>
        writer.AppendAllAsync(AppendRequest.Chain(run, head, time, data), cancellationToken);

    public Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken) =>
        Guard<IReadOnlyList<RunEvent>>(() =>
            [.. Query(
                $"SELECT {Columns} FROM events WHERE namespace = $namespace AND run = $run AND sequence > $after ORDER BY sequence LIMIT $limit",
                ("$namespace", run.Namespace),
                ("$run", run.Name),
                ("$after", afterSequence),
                ("$limit", limit)).Select(entry => entry.Event)]);

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) =>
        Guard(() => Query(
            $"SELECT {Columns} FROM events WHERE namespace = $namespace AND run = $run ORDER BY sequence DESC LIMIT 1",
            ("$namespace", run.Namespace),
            ("$run", run.Name)).Select(entry => JournalHead.After(entry.Event)).FirstOrDefault() ?? JournalHead.Empty);

    public Task<long> PositionAsync(CancellationToken cancellationToken) => Guard(() =>
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(position), 0) FROM events";
        return (long)command.ExecuteScalar()!;
    });

    public async Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var newest = await PositionAsync(cancellationToken);
        return await PositionSearch.BeforeAsync(newest, time, position => Guard(() => FirstFrom(position)));
    }

    public async IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = afterPosition;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = signal.Next;
            var page = await Guard(() => Query(
                $"SELECT {Columns} FROM events WHERE position > $after ORDER BY position LIMIT $limit",
                ("$after", position),
                ("$limit", TailPage)));
            foreach (var entry in page)
            {
                position = entry.Position;
                yield return entry;
            }

            if (page.Count < TailPage)
            {
                await Task.WhenAny(next, Task.Delay(options.PollInterval, time, cancellationToken));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        append.Dispose();
    }

    private (long Position, DateTimeOffset Time)? FirstFrom(long position)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, time FROM events WHERE position >= $position ORDER BY position LIMIT 1";
        command.Parameters.AddWithValue("$position", position);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), RunEventRow.Time(reader.GetString(1))) : null;
    }

    private List<JournalEntry> Query(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var entries = new List<JournalEntry>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var run = new RunKey(reader.GetString(1), reader.GetString(2));
            var value = RunEventRow.Read(run, reader.GetInt64(3), RunEventRow.Time(reader.GetString(4)), reader.GetString(5), reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7));
            entries.Add(new JournalEntry(reader.GetInt64(0), value));
        }

        return entries;
    }

    // SQLite reads are synchronous and short; a task only because the port is asynchronous.
    private static Task<T> Guard<T>(Func<T> read)
    {
        try
        {
            return Task.FromResult(read());
        }
        catch (SqliteException e)
        {
            return Task.FromException<T>(SqliteJournalDatabase.Unavailable(e));
        }
        catch (JournalUnavailableException e)
        {
            return Task.FromException<T>(e);
        }
    }
}
