using Microsoft.Data.Sqlite;
using System.Runtime.InteropServices;

namespace Legator.Backends.Revisions;

/// <summary>
/// The durable log: one SQLite table, one row a revision, never changed, only compacted. Commits are synced to disk.
/// One connection writes (the store's writer thread), another reads history and moves the write-ahead log into the file.
/// </summary>
internal sealed class RevisionLog : IDisposable
{
    private readonly SqliteConnection _writer;
    private readonly SqliteConnection _reader;
    private readonly Lock _readerGate = new();
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;

    private RevisionLog(SqliteConnection writer, SqliteConnection reader)
    {
        _writer = writer;
        _reader = reader;
        _begin = Prepared("BEGIN IMMEDIATE");
        _commit = Prepared("COMMIT");
        _rollback = Prepared("ROLLBACK");
        _insert = Prepared(
            "INSERT INTO revisions(revision, collection, name, created, previous, deleted, value, stamp) VALUES ($r, $c, $n, $cr, $p, $d, $v, $s)",
            "$r", "$c", "$n", "$cr", "$p", "$d", "$v", "$s");
    }

    public static RevisionLog Open(string path)
    {
        SqliteConnection writer = Connect(path);
        try
        {
            Execute(writer, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-1024; PRAGMA temp_store=MEMORY;");
            Execute(writer, """
                CREATE TABLE IF NOT EXISTS revisions(
                    revision INTEGER PRIMARY KEY, collection TEXT NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL,
                    previous INTEGER NOT NULL, deleted INTEGER NOT NULL, value BLOB, stamp INTEGER NOT NULL);
                CREATE TABLE IF NOT EXISTS compaction(one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL);
                INSERT OR IGNORE INTO compaction VALUES (1, 0);
                """);
            SqliteConnection reader = Connect(path);
            Execute(reader, "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-512;");
            return new RevisionLog(writer, reader);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Appends the rows as one durable transaction; all or none.</summary>
    public void Append(List<RevisionRow> rows)
    {
        _begin.ExecuteNonQuery();
        try
        {
            foreach (RevisionRow row in rows)
            {
                Bind(row);
                _insert.ExecuteNonQuery();
            }

            _commit.ExecuteNonQuery();
        }
        catch
        {
            _rollback.ExecuteNonQuery();
            throw;
        }
    }

    public long CompactedTo()
    {
        lock (_readerGate)
        {
            using SqliteCommand command = Command(_reader, "SELECT revision FROM compaction");
            return (long)command.ExecuteScalar()!;
        }
    }

    /// <summary>Rows after one revision up to another, in order, with the values of what they replaced.</summary>
    public List<(RevisionRow Row, RevisionRow? Previous)> Between(long after, long upTo, string? collection)
    {
        lock (_readerGate)
        {
            using SqliteCommand command = Command(_reader, """
                SELECT r.revision, r.collection, r.name, r.created, r.previous, r.deleted, r.value, r.stamp, p.value, p.stamp
                FROM revisions r LEFT JOIN revisions p ON p.revision = r.previous AND r.previous > 0
                WHERE r.revision > $a AND r.revision <= $u AND ($c IS NULL OR r.collection = $c) ORDER BY r.revision
                """);
            command.Parameters.AddWithValue("$a", after);
            command.Parameters.AddWithValue("$u", upTo);
            command.Parameters.AddWithValue("$c", (object?)collection ?? DBNull.Value);
            using SqliteDataReader rows = command.ExecuteReader();
            List<(RevisionRow, RevisionRow?)> found = [];
            while (rows.Read())
            {
                RevisionRow row = Row(rows);
                RevisionRow? previous = rows.IsDBNull(8)
                    ? null
                    : row with { Revision = row.PreviousRevision, Deleted = false, Value = (byte[])rows[8], StampOffset = rows.GetInt32(9) };
                found.Add((row, previous));
            }

            return found;
        }
    }

    /// <summary>Every row in order: the last one of each name is what stands.</summary>
    public void ReadAll(Action<RevisionRow> visit)
    {
        using SqliteCommand command = Command(_reader, "SELECT revision, collection, name, created, previous, deleted, value, stamp FROM revisions ORDER BY revision");
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            visit(Row(rows));
        }
    }

    /// <summary>Drops what was superseded or deleted at or before the revision. Runs on the writer's thread.</summary>
    public void Compact(long from, long to)
    {
        using SqliteCommand command = Command(_writer, """
            BEGIN IMMEDIATE;
            DELETE FROM revisions WHERE revision IN (SELECT previous FROM revisions WHERE revision > $from AND revision <= $to AND previous > 0);
            DELETE FROM revisions WHERE revision >= $from AND revision < $to AND deleted = 1;
            UPDATE compaction SET revision = $to;
            COMMIT;
            """);
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }

    /// <summary>Moves committed pages from the write-ahead log into the file without holding up the writer.</summary>
    public void Checkpoint()
    {
        lock (_readerGate)
        {
            Execute(_reader, "PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _reader.Dispose();
        _writer.Dispose();
    }

    private static RevisionRow Row(SqliteDataReader rows) => new(
        rows.GetInt64(0), string.Intern(rows.GetString(1)), rows.GetString(2), rows.GetInt64(3), rows.GetInt64(4),
        rows.GetInt64(5) != 0, rows.IsDBNull(6) ? default : (byte[])rows[6], rows.GetInt32(7));

    private static SqliteConnection Connect(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private SqliteCommand Prepared(string sql, params string[] parameters)
    {
        SqliteCommand command = Command(_writer, sql);
        foreach (string parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, 0L);
        }

        command.Prepare();
        return command;
    }

    private void Bind(RevisionRow row)
    {
        SqliteParameterCollection p = _insert.Parameters;
        p[0].Value = row.Revision;
        p[1].Value = row.Collection;
        p[2].Value = row.Name;
        p[3].Value = row.CreateRevision;
        p[4].Value = row.PreviousRevision;
        p[5].Value = row.Deleted ? 1L : 0L;
        p[6].Value = row.Deleted ? DBNull.Value : Bytes(row.Value);
        p[7].Value = (long)row.StampOffset;
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> value) =>
        MemoryMarshal.TryGetArray(value, out ArraySegment<byte> segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : value.ToArray();
}
