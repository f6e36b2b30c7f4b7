using System.Globalization;
using System.Text;
using Legator.Core.Runs.Events;
using Npgsql;
using NpgsqlTypes;

namespace Legator.Backends.Journals;

/// <summary>
/// Stores groups of events: copied in, which is the quickest, as long as all goes well. A group whose answer was lost, or that meets what somebody wrote who does not take
/// turns, is stored with a look at each event: what is there already under the same hash counts as stored.
/// </summary>
internal sealed class PostgresAppend(NpgsqlDataSource source, PostgresSchema schema, TimeProvider time)
{
    public const string Channel = "run_events";

    private const int Tries = 6;

    private readonly PostgresCopy copy = new(source);

    /// <summary>Any number, the same in every Legator: writers take turns, so that positions become visible in their order and a tail never passes one over.</summary>
    public const long WriterLock = 4_990_212_847_003_118;

    // Follows only the event that the caller saw last, and never a run's end: sequence, hash and end are checked in the same statement that inserts.
    // Events of one group that follow each other stand or fall with the first of them, which is what base says.
    private const string Insert = """
        INSERT INTO run_events (namespace, run, sequence, time, final, data, previous_hash, hash)
        SELECT n.namespace, n.run, n.sequence, n.time, n.final, n.data, n.previous_hash, n.hash
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            AS n (namespace, run, sequence, time, final, data, previous_hash, hash, base, base_hash)
        WHERE (n.base = 0 OR EXISTS (
            SELECT 1 FROM run_events e
            WHERE e.namespace = n.namespace AND e.run = n.run AND e.sequence = n.base AND e.hash = n.base_hash AND NOT e.final))
        AND NOT EXISTS (SELECT 1 FROM run_events e WHERE e.namespace = n.namespace AND e.run = n.run AND e.sequence = n.base + 1)
        ON CONFLICT ON CONSTRAINT run_events_fence DO NOTHING
        RETURNING hash
        """;

    private const string Known = """
        SELECT e.hash FROM run_events e
        JOIN unnest($1, $2, $3, $8) AS n (namespace, run, sequence, hash)
            ON e.namespace = n.namespace AND e.run = n.run AND e.sequence = n.sequence AND e.hash = n.hash
        """;

    public async Task StoreAsync(IReadOnlyList<AppendRequest> group)
    {
        var careful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await schema.EnsureAsync(CancellationToken.None);
                await (careful ? StoreOnceAsync(group, again: attempt > 1) : copy.StoreAsync(group));
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && !careful)
            {
                // Nothing of the group was stored, so nothing of it is known either: this is no second attempt.
                careful = true;
                attempt--;
            }
            catch (NpgsqlException e) when (e.IsTransient && attempt < Tries)
            {
                careful = true;
                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt)), time);
            }
            catch (NpgsqlException e)
            {
                throw PostgresRunJournal.Unavailable(e);
            }
        }
    }

    /// <summary>One round trip, which is one transaction: the lock, the events, the notification.</summary>
    private async Task StoreOnceAsync(IReadOnlyList<AppendRequest> group, bool again)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({WriterLock})")));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT pg_notify('{Channel}', '')"));
        if (again)
        {
            batch.BatchCommands.Add(Command(Known, group));
        }

        batch.BatchCommands.Add(Command(Insert, group));
        var stored = await HashesAsync(batch);
        foreach (var request in group)
        {
            request.Conflicts = !stored.Contains(request.Event.Hash);
        }
    }

    private static async Task<HashSet<string>> HashesAsync(NpgsqlBatch batch)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            while (reader.GetName(0) == "hash" && await reader.ReadAsync())
            {
                hashes.Add(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0)));
            }
        }
        while (await reader.NextResultAsync());
        return hashes;
    }

    private static NpgsqlBatchCommand Command(string sql, IReadOnlyList<AppendRequest> group)
    {
        var command = new NpgsqlBatchCommand(sql);
        var bases = AppendChains.Bases(group);
        Add(NpgsqlDbType.Text, Of(r => r.Event.Run.Namespace));
        Add(NpgsqlDbType.Text, Of(r => r.Event.Run.Name));
        Add(NpgsqlDbType.Bigint, Of(r => r.Event.Sequence));
        Add(NpgsqlDbType.TimestampTz, Of(r => r.Event.Time.UtcDateTime));
        Add(NpgsqlDbType.Boolean, Of(r => r.Event.Data is RunFinished));
        Add(NpgsqlDbType.Text, Of(r => Encoding.UTF8.GetString(r.Text)));
        Add(NpgsqlDbType.Bytea, Of(r => Convert.FromHexString(r.Event.PreviousHash)));
        Add(NpgsqlDbType.Bytea, Of(r => Convert.FromHexString(r.Event.Hash)));
        Add(NpgsqlDbType.Bigint, bases.Select(r => r.Head.Sequence).ToArray());
        Add(NpgsqlDbType.Bytea, bases.Select(r => Convert.FromHexString(r.Head.Hash)).ToArray());
        return command;

        void Add<T>(NpgsqlDbType type, T[] values) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

        T[] Of<T>(Func<AppendRequest, T> value)
        {
            var values = new T[group.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = value(group[i]);
            }

            return values;
        }
    }
}
