using System.Text;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Journals;

/// <summary>Stores groups of events, each in one transaction, over a connection and a statement that are kept. For one caller at a time.</summary>
internal sealed class SqliteAppend(SqliteJournalDatabase database) : IDisposable
{
    private const int UniqueViolation = 2067;
    private const int TriggerViolation = 1811;

    // Follows only the event that the caller saw last, and never a run's end: sequence, hash and type are checked in the same statement that inserts.
    private const string Insert = """
        INSERT INTO events (namespace, run, sequence, time, data, previous_hash, hash)
        SELECT $namespace, $run, $sequence, $time, $data, $previous, $hash
        WHERE $sequence = 1 OR EXISTS (
            SELECT 1 FROM events
            WHERE namespace = $namespace AND run = $run AND sequence = $sequence - 1 AND hash = $previous
              AND data ->> '$.type' <> 'run-finished')
        """;

    private SqliteConnection? connection;
    private SqliteCommand? command;

    public void Store(IReadOnlyList<AppendRequest> group)
    {
        try
        {
            var insert = command ??= Open();
            using var transaction = connection!.BeginTransaction(deferred: false);
            insert.Transaction = transaction;
            foreach (var request in group)
            {
                request.Conflicts = !Execute(insert, request);
            }

            transaction.Commit();
        }
        catch (Exception e)
        {
            // Whatever went wrong, the next group begins with a connection that knows nothing of it.
            Dispose();
            if (e is SqliteException problem)
            {
                throw SqliteJournalDatabase.Unavailable(problem);
            }

            throw;
        }
    }

    public void Dispose()
    {
        command?.Dispose();
        connection?.Dispose();
        (command, connection) = (null, null);
    }

    private SqliteCommand Open()
    {
        connection = database.Open();
        var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        foreach (var name in (ReadOnlySpan<string>)["$namespace", "$run", "$sequence", "$time", "$data", "$previous", "$hash"])
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return insert;
    }

    private static bool Execute(SqliteCommand command, AppendRequest request)
    {
        var value = request.Event;
        object[] values =
        [
            value.Run.Namespace,
            value.Run.Name,
            value.Sequence,
            RunEventRow.Time(value),
            Encoding.UTF8.GetString(request.Text),
            Convert.FromHexString(value.PreviousHash),
            Convert.FromHexString(value.Hash),
        ];
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        try
        {
            return command.ExecuteNonQuery() == 1;
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is UniqueViolation or TriggerViolation)
        {
            return false;
        }
    }
}
