using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Journals;

/// <summary>One group of events in one transaction.</summary>
internal sealed class SqliteAppend : IDisposable
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

    private readonly SqliteCommand command;

    private SqliteAppend(SqliteConnection connection, SqliteTransaction transaction)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        foreach (var name in (ReadOnlySpan<string>)["$namespace", "$run", "$sequence", "$time", "$data", "$previous", "$hash"])
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }
    }

    public static void Store(SqliteJournalDatabase database, IReadOnlyList<AppendRequest> group)
    {
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            using var append = new SqliteAppend(connection, transaction);
            foreach (var request in group)
            {
                request.Conflicts = !append.Execute(request.Event);
            }

            transaction.Commit();
        }
        catch (SqliteException e)
        {
            throw SqliteJournalDatabase.Unavailable(e);
        }
    }

    public void Dispose() => command.Dispose();

    private bool Execute(RunEvent value)
    {
        object[] values =
        [
            value.Run.Namespace,
            value.Run.Name,
            value.Sequence,
            RunEventRow.Time(value),
            RunEventRow.Data(value),
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
