using System.Data.Common;
using Legator.Core.Notifications;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Notifications;

/// <summary>The outbox in a SQLite file of its own beside the journal's, which nothing but events is written to.</summary>
internal sealed class SqliteOutboxDatabase(string connectionString) : IOutboxDatabase
{
    private readonly Lock gate = new();
    private volatile bool ready;

    /// <summary>The connection string of the file beside the journal's.</summary>
    public static string Beside(string journal)
    {
        var builder = new SqliteConnectionStringBuilder(journal) { DefaultTimeout = 30 };
        builder.DataSource = Path.ChangeExtension(builder.DataSource, ".outbox" + Path.GetExtension(builder.DataSource));
        return builder.ConnectionString;
    }

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Prepare();
        return Task.FromResult<DbConnection>(Open());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // FULL: what is told must survive a power cut, not only a crash of the process.
            Execute(connection, "PRAGMA synchronous=FULL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        if (ready)
        {
            return;
        }

        lock (gate)
        {
            if (Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource)) is { } directory)
            {
                Directory.CreateDirectory(directory);
            }

            using var connection = Open();
            Execute(connection, "PRAGMA journal_mode=WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
            var format = Scalar(connection, "PRAGMA user_version");
            if (format > OutboxTables.Format)
            {
                throw new OutboxUnavailableException(OutboxTables.Newer(format));
            }

            if (format == 0)
            {
                Execute(connection, OutboxTables.Create("INTEGER PRIMARY KEY AUTOINCREMENT"));
                Execute(connection, $"PRAGMA user_version={OutboxTables.Format}");
            }

            transaction.Commit();
            ready = true;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
