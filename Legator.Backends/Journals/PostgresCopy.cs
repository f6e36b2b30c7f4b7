using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Legator.Core.Runs.Events;
using Npgsql;
using NpgsqlTypes;

namespace Legator.Backends.Journals;

/// <summary>Stores a group of events by COPY: the server looks once at the end of each run that grows, then takes rows in as they come. The writers' lock makes that look hold until the commit, and the unique key holds in any case.</summary>
internal sealed class PostgresCopy(NpgsqlDataSource source)
{
    private const short Columns = 8;
    private const string Copy = "COPY run_events (namespace, run, sequence, time, final, data, previous_hash, hash) FROM STDIN (FORMAT BINARY)";

    private const string Refused = """
        SELECT n.chain FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS n (namespace, run, base, base_hash, chain)
        LEFT JOIN LATERAL (
            SELECT e.sequence, e.hash, e.final FROM run_events e
            WHERE e.namespace = n.namespace AND e.run = n.run ORDER BY e.sequence DESC LIMIT 1) AS h ON true
        WHERE CASE WHEN n.base = 0 THEN h.sequence IS NOT NULL ELSE (h.sequence = n.base AND h.hash = n.base_hash AND NOT h.final) IS NOT TRUE END
        """;

    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] End = [0xff, 0xff];
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>One transaction: the lock and the look, the events, the notification. Marks the requests that conflict.</summary>
    public async Task StoreAsync(IReadOnlyList<AppendRequest> group)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await MarkAsync(connection, group) == group.Count)
        {
            return;
        }

        await using (var rows = await connection.BeginRawBinaryCopyAsync(Copy))
        {
            await rows.WriteAsync(Head);
            foreach (var request in group)
            {
                if (!request.Conflicts)
                {
                    await rows.WriteAsync(request.Row);
                }
            }

            await rows.WriteAsync(End);
        }

        await transaction.CommitAsync();
    }

    /// <summary>An event as COPY takes it.</summary>
    public static byte[] Row(AppendRequest request)
    {
        var (run, text) = (request.Event.Run, request.Text);
        var row = new byte[2 + (4 * Columns) + Encoding.UTF8.GetByteCount(run.Namespace) + Encoding.UTF8.GetByteCount(run.Name) + 8 + 8 + 1 + text.Length + (2 * 32)];
        BinaryPrimitives.WriteInt16BigEndian(row, Columns);
        var at = 2;
        Write(row, ref at, run.Namespace);
        Write(row, ref at, run.Name);
        BinaryPrimitives.WriteInt64BigEndian(Next(row, ref at, 8), request.Event.Sequence);
        BinaryPrimitives.WriteInt64BigEndian(Next(row, ref at, 8), (request.Event.Time.UtcDateTime - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
        Next(row, ref at, 1)[0] = request.Event.Data is RunFinished ? (byte)1 : (byte)0;
        text.CopyTo(Next(row, ref at, text.Length));
        Convert.FromHexString(request.Event.PreviousHash, Next(row, ref at, 32), out _, out _);
        Convert.FromHexString(request.Event.Hash, Next(row, ref at, 32), out _, out _);
        return row;
    }

    private static void Write(byte[] row, ref int at, string text) => Encoding.UTF8.GetBytes(text, Next(row, ref at, Encoding.UTF8.GetByteCount(text)));

    private static Span<byte> Next(byte[] row, ref int at, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(at), length);
        at += 4 + length;
        return row.AsSpan(at - length, length);
    }

    /// <returns>How many conflict.</returns>
    private static async Task<int> MarkAsync(NpgsqlConnection connection, IReadOnlyList<AppendRequest> group)
    {
        var bases = AppendChains.Bases(group);
        AppendRequest[] chains = [.. bases.Distinct()];
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({PostgresAppend.WriterLock})")));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT pg_notify('{PostgresAppend.Channel}', '')"));
        batch.BatchCommands.Add(Look(chains));
        var refused = new HashSet<AppendRequest>(ReferenceEqualityComparer.Instance);
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            await reader.NextResultAsync();
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                refused.Add(chains[reader.GetInt64(0) - 1]);
            }
        }

        for (var i = 0; i < bases.Length; i++)
        {
            group[i].Conflicts = refused.Contains(bases[i]);
        }

        return refused.Count == 0 ? 0 : group.Count(request => request.Conflicts);
    }

    private static NpgsqlBatchCommand Look(AppendRequest[] chains)
    {
        var command = new NpgsqlBatchCommand(Refused);
        Add(NpgsqlDbType.Text, Array.ConvertAll(chains, r => r.Event.Run.Namespace));
        Add(NpgsqlDbType.Text, Array.ConvertAll(chains, r => r.Event.Run.Name));
        Add(NpgsqlDbType.Bigint, Array.ConvertAll(chains, r => r.Head.Sequence));
        Add(NpgsqlDbType.Bytea, Array.ConvertAll(chains, r => Convert.FromHexString(r.Head.Hash)));
        return command;

        void Add<T>(NpgsqlDbType type, T[] values) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
