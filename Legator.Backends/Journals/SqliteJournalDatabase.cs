using Legator.Core.Runs;
using Microsoft.Data.Sqlite;

namespace Legator.Backends.Journals;

/// <summary>The journal's file: opens it, lays its tables, and refuses one that a newer version wrote.</summary>
internal sealed class SqliteJournalDatabase
{
    private const int SchemaVersion = 3;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS events (
            position      INTEGER PRIMARY KEY AUTOINCREMENT,
            namespace     TEXT NOT NULL,
            run           TEXT NOT NULL,
            sequence      INTEGER NOT NULL,
            time          TEXT NOT NULL,
            data          TEXT NOT NULL,
            previous_hash BLOB NOT NULL,
            hash          BLOB NOT NULL
        );
        CREATE UNIQUE INDEX IF NOT EXISTS events_fence ON events (namespace, run, sequence);
        CREATE TRIGGER IF NOT EXISTS events_never_change BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS events_never_replaced BEFORE INSERT ON events
            WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position OR (namespace = NEW.namespace AND run = NEW.run AND sequence = NEW.sequence))
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TABLE IF NOT EXISTS checkpoints (
            number    INTEGER PRIMARY KEY,
            document  TEXT NOT NULL,
            signature TEXT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS marks (
            number    INTEGER NOT NULL,
            namespace TEXT NOT NULL,
            run       TEXT NOT NULL,
            sequence  INTEGER NOT NULL,
            hash      BLOB NOT NULL,
            retired   INTEGER NOT NULL,
            PRIMARY KEY (number, namespace, run)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS marks_retired ON marks (namespace, run) WHERE retired;
        CREATE TRIGGER IF NOT EXISTS checkpoints_never_change BEFORE UPDATE ON checkpoints
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS checkpoints_never_vanish BEFORE DELETE ON checkpoints
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS marks_never_change BEFORE UPDATE ON marks
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS marks_never_vanish BEFORE DELETE ON marks
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TABLE IF NOT EXISTS run_list (
            namespace  TEXT NOT NULL,
            name       TEXT NOT NULL,
            agent      TEXT NOT NULL,
            phase      TEXT NOT NULL,
            created_at TEXT NOT NULL,
            version    TEXT NOT NULL,
            summary    TEXT NOT NULL,
            PRIMARY KEY (namespace, name)
        );
        CREATE INDEX IF NOT EXISTS run_list_all ON run_list (created_at, name, namespace);
        CREATE INDEX IF NOT EXISTS run_list_namespace ON run_list (namespace, created_at, name);
        CREATE INDEX IF NOT EXISTS run_list_agent ON run_list (agent, created_at, name, namespace);
        CREATE INDEX IF NOT EXISTS run_list_phase ON run_list (phase, created_at, name, namespace);
        -- What a signed checkpoint let go may be deleted; nothing else. Format 1 had the first of these two.
        DROP TRIGGER IF EXISTS events_never_vanish;
        CREATE TRIGGER IF NOT EXISTS events_vanish_retired BEFORE DELETE ON events
            WHEN NOT EXISTS (SELECT 1 FROM marks WHERE retired AND namespace = OLD.namespace AND run = OLD.run AND sequence >= OLD.sequence)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """;

    private readonly string connectionString;

    public SqliteJournalDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 30 };
        this.connectionString = builder.ConnectionString;
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } directory)
        {
            Directory.CreateDirectory(directory);
        }

        using var connection = Open();
        Prepare(connection);
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // FULL: what a commit returned must survive a power cut, not only a crash of the process.
            Execute(connection, "PRAGMA synchronous=FULL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Turns the storage's errors into the port's own.</summary>
    public static JournalUnavailableException Unavailable(SqliteException e) => new($"The journal's file cannot be used: {e.Message}", e);

    private static void Prepare(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode=WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Scalar(connection, "PRAGMA user_version");
        if (version > SchemaVersion)
        {
            throw new JournalUnavailableException($"The journal's file has format {version}; this version of Legator knows {SchemaVersion}. Start the version that wrote it.");
        }

        Execute(connection, Schema);
        Execute(connection, $"PRAGMA user_version={SchemaVersion}");
        transaction.Commit();
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
