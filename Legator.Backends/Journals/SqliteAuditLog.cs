using System.Runtime.CompilerServices;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Journals;

/// <summary>Checkpoints and raw events in the journal's SQLite file.</summary>
internal sealed class SqliteAuditLog(SqliteJournalDatabase database) : IAuditLog
{
    private const int Batch = 4096;
    private const int PrimaryKeyViolation = 1555;
    private const string Select = "SELECT document, signature FROM checkpoints";

    public Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken) =>
        Guard(() => Read($"{Select} ORDER BY number DESC LIMIT 1", Checkpoint).FirstOrDefault());

    public Task<IReadOnlyList<SignedCheckpoint>> CheckpointsAsync(long afterNumber, int limit, CancellationToken cancellationToken) =>
        Guard<IReadOnlyList<SignedCheckpoint>>(() => Read($"{Select} WHERE number > $a ORDER BY number LIMIT $b", Checkpoint, afterNumber, limit));

    public Task<ILookup<long, RunMark>> MarksAsync(long afterNumber, long upToNumber, CancellationToken cancellationToken) => Guard(() => Read(
        "SELECT number, namespace, run, sequence, hash, retired FROM marks WHERE number > $a AND number <= $b",
        r => (Number: r.GetInt64(0), Mark: new RunMark(new RunKey(r.GetString(1), r.GetString(2)), r.GetInt64(3), Convert.ToHexStringLower(r.GetFieldValue<byte[]>(4)), r.GetBoolean(5))),
        afterNumber,
        upToNumber).ToLookup(row => row.Number, row => row.Mark));

    public Task AppendAsync(SignedCheckpoint checkpoint, IReadOnlyList<RunMark> marks, CancellationToken cancellationToken) => Guard(() =>
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var stated = checkpoint.Checkpoint;
        using (var insert = Command(connection, "INSERT INTO checkpoints VALUES ($a, $b, $c)", stated.Number, JsonSerializer.Serialize(stated, LegatorJson.Options), checkpoint.Signature))
        {
            try
            {
                insert.ExecuteNonQuery();
            }
            catch (SqliteException e) when (e.SqliteExtendedErrorCode == PrimaryKeyViolation)
            {
                throw new CheckpointConflictException(stated.Number);
            }
        }

        foreach (var mark in marks)
        {
            using var insert = Command(
                connection, "INSERT INTO marks VALUES ($a, $b, $c, $d, $e, $f)", stated.Number, mark.Run.Namespace, mark.Run.Name, mark.Sequence, Convert.FromHexString(mark.Hash), mark.Retired);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return true;
    });

    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> EventsAsync(long after, long upTo, bool withData, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = $"position, namespace, run, sequence, hash{(withData ? ", time, data, previous_hash" : "")}";
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await Guard(() => Read($"SELECT {columns} FROM events WHERE position > $a AND position <= $b ORDER BY position LIMIT $c", r => Event(r, withData), after, upTo, Batch));
            if (batch.Count > 0)
            {
                yield return batch;
                after = batch[^1].Position;
            }

            if (batch.Count < Batch)
            {
                yield break;
            }
        }
    }

    public Task RemoveAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken) => Guard(() =>
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var run in runs)
        {
            using var delete = Command(connection, "DELETE FROM events WHERE namespace = $a AND run = $b", run.Namespace, run.Name);
            delete.ExecuteNonQuery();
        }

        transaction.Commit();
        return true;
    });

    private static StoredEvent Event(SqliteDataReader row, bool withData)
    {
        var run = new RunKey(row.GetString(1), row.GetString(2));
        return withData
            ? new StoredEvent(row.GetInt64(0), run, row.GetInt64(3), RunEventRow.Time(row.GetString(5)), row.GetFieldValue<byte[]>(6), row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(4))
            : new StoredEvent(row.GetInt64(0), run, row.GetInt64(3), default, default, [], row.GetFieldValue<byte[]>(4));
    }

    private static SignedCheckpoint Checkpoint(SqliteDataReader row) => StoredCheckpoint.Read(row.GetString(0), row.GetString(1));

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params object[] values)
    {
        using var connection = database.Open();
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (index, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${(char)('a' + index)}", value);
        }

        return command;
    }

    private static Task<T> Guard<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (SqliteException e)
        {
            return Task.FromException<T>(SqliteJournalDatabase.Unavailable(e));
        }
        catch (Exception e) when (e is JournalUnavailableException or CheckpointConflictException)
        {
            return Task.FromException<T>(e);
        }
    }
}
