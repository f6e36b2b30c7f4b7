using System.Threading.Channels;
using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Journals;

/// <summary>The one writer of this process: takes all that waits into one transaction, so that many runs share one flush to disk.</summary>
internal sealed class SqliteJournalWriter : IAsyncDisposable
{
    private const int MaxGroup = 512;
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

    private readonly SqliteJournalDatabase database;
    private readonly JournalSignal signal;
    private readonly Channel<AppendRequest> requests = Channel.CreateBounded<AppendRequest>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task loop;

    public SqliteJournalWriter(SqliteJournalDatabase database, JournalSignal signal)
    {
        this.database = database;
        this.signal = signal;
        loop = Task.Run(RunAsync);
    }

    public async Task<RunEvent> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await requests.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new JournalUnavailableException("The journal is closed: the process is stopping.", e);
        }

        return await request.Completion.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        requests.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var group = new List<AppendRequest>(MaxGroup);
        while (await requests.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MaxGroup && requests.Reader.TryRead(out var request))
            {
                group.Add(request);
            }

            Store(group);
        }
    }

    private void Store(List<AppendRequest> group)
    {
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            using var command = new AppendCommand(connection, transaction);
            foreach (var request in group)
            {
                request.Conflicts = !command.Execute(request.Event);
            }

            transaction.Commit();
        }
        catch (Exception e)
        {
            var failure = e is SqliteException s ? SqliteJournalDatabase.Unavailable(s) : new JournalUnavailableException(e.Message, e);
            group.ForEach(request => request.Fail(failure));
            return;
        }

        group.ForEach(request => request.Commit());
        signal.Raise();
    }

    private sealed class AppendCommand : IDisposable
    {
        private readonly SqliteCommand command;

        public AppendCommand(SqliteConnection connection, SqliteTransaction transaction)
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Insert;
            foreach (var name in (ReadOnlySpan<string>)["$namespace", "$run", "$sequence", "$time", "$data", "$previous", "$hash"])
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }
        }

        public bool Execute(RunEvent value)
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

        public void Dispose() => command.Dispose();
    }
}
