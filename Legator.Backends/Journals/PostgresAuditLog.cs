using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Npgsql;

namespace Legator.Backends.Journals;

/// <summary>Checkpoints and raw events in PostgreSQL.</summary>
internal sealed class PostgresAuditLog : IAuditLog, IAsyncDisposable
{
    private const string Select = "SELECT document, signature FROM audit_checkpoints";

    private readonly NpgsqlDataSource source;
    private readonly PostgresSchema schema;

    public PostgresAuditLog(RunJournalOptions options)
    {
        source = PostgresSource.Open(options.ConnectionString);
        schema = new PostgresSchema(source);
    }

    public async Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken) =>
        (await ReadAsync($"{Select} ORDER BY number DESC LIMIT 1", Checkpoint, cancellationToken)).FirstOrDefault();

    public Task<IReadOnlyList<SignedCheckpoint>> CheckpointsAsync(long afterNumber, int limit, CancellationToken cancellationToken) =>
        ReadAsync($"{Select} WHERE number > $1 ORDER BY number LIMIT $2", Checkpoint, cancellationToken, afterNumber, limit);

    public async Task<ILookup<long, RunMark>> MarksAsync(long afterNumber, long upToNumber, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(
            "SELECT number, namespace, run, sequence, hash, retired FROM audit_marks WHERE number > $1 AND number <= $2",
            r => (r.GetInt64(0), new RunMark(new RunKey(r.GetString(1), r.GetString(2)), r.GetInt64(3), Convert.ToHexStringLower(r.GetFieldValue<byte[]>(4)), r.GetBoolean(5))),
            cancellationToken,
            afterNumber,
            upToNumber);
        return rows.ToLookup(row => row.Item1, row => row.Item2);
    }

    public async Task AppendAsync(SignedCheckpoint checkpoint, IReadOnlyList<RunMark> marks, CancellationToken cancellationToken)
    {
        var number = checkpoint.Checkpoint.Number;
        try
        {
            await schema.EnsureAsync(cancellationToken);
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(Insert(checkpoint));
            batch.BatchCommands.Add(Insert(number, marks));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new CheckpointConflictException(number);
        }
        catch (NpgsqlException e)
        {
            throw PostgresRunJournal.Unavailable(e);
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> EventsAsync(long after, long upTo, bool withData, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await Guard(async () =>
        {
            await schema.EnsureAsync(cancellationToken);
            return await source.OpenConnectionAsync(cancellationToken);
        });
        await using var transaction = await Guard(async () => await connection.BeginTransactionAsync(cancellationToken));
        await Guard(() => InOrderAsync(connection, cancellationToken));
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"COPY (SELECT position, namespace, run, sequence, hash{(withData ? ", time, data, previous_hash" : "")} FROM run_events WHERE position > {after} AND position <= {upTo} ORDER BY position) TO STDOUT (FORMAT BINARY)");
        await using var stream = await Guard(() => connection.BeginRawBinaryCopyAsync(sql, cancellationToken));
        var rows = new PostgresEventRows(stream, withData);
        while (await Guard(() => rows.NextAsync(cancellationToken)) is { Count: > 0 } batch)
        {
            yield return batch;
        }
    }

    /// <summary>Each partition has its events in order already: they are merged. Left to itself the server may sort all of them, on the disk.</summary>
    private static async Task<int> InOrderAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var settings = new NpgsqlCommand("SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off", connection);
        return await settings.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task RemoveAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken) => Guard(async () =>
    {
        await schema.EnsureAsync(cancellationToken);
        await using var command = source.CreateCommand("DELETE FROM run_events USING unnest($1, $2) AS n (namespace, run) WHERE run_events.namespace = n.namespace AND run_events.run = n.run");
        command.Parameters.Add(new NpgsqlParameter { Value = runs.Select(r => r.Namespace).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = runs.Select(r => r.Name).ToArray() });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    });

    public async ValueTask DisposeAsync()
    {
        schema.Dispose();
        await source.DisposeAsync();
    }

    private static NpgsqlBatchCommand Insert(SignedCheckpoint checkpoint) => new("INSERT INTO audit_checkpoints VALUES ($1, $2, $3)")
    {
        Parameters =
        {
            new NpgsqlParameter { Value = checkpoint.Checkpoint.Number },
            new NpgsqlParameter { Value = JsonSerializer.Serialize(checkpoint.Checkpoint, LegatorJson.Options) },
            new NpgsqlParameter { Value = checkpoint.Signature },
        },
    };

    private static NpgsqlBatchCommand Insert(long number, IReadOnlyList<RunMark> marks) => new("INSERT INTO audit_marks SELECT $1, m.* FROM unnest($2, $3, $4, $5, $6) AS m")
    {
        Parameters =
        {
            new NpgsqlParameter { Value = number },
            new NpgsqlParameter { Value = marks.Select(m => m.Run.Namespace).ToArray() },
            new NpgsqlParameter { Value = marks.Select(m => m.Run.Name).ToArray() },
            new NpgsqlParameter { Value = marks.Select(m => m.Sequence).ToArray() },
            new NpgsqlParameter { Value = marks.Select(m => Convert.FromHexString(m.Hash)).ToArray() },
            new NpgsqlParameter { Value = marks.Select(m => m.Retired).ToArray() },
        },
    };

    private static SignedCheckpoint Checkpoint(NpgsqlDataReader reader) => StoredCheckpoint.Read(reader.GetString(0), reader.GetString(1));

    private Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values) => Guard<IReadOnlyList<T>>(async () =>
    {
        await schema.EnsureAsync(cancellationToken);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    });

    private static async Task<T> Guard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException e)
        {
            throw PostgresRunJournal.Unavailable(e);
        }
    }
}
