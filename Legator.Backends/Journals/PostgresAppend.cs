using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Npgsql;
using NpgsqlTypes;

namespace Legator.Backends.Journals;

/// <summary>Stores groups of events. A group whose answer was lost is stored again: what is there already under the same hash counts as stored.</summary>
internal sealed class PostgresAppend(NpgsqlDataSource source, PostgresSchema schema, TimeProvider time)
{
    public const string Channel = "run_events";

    private const int Tries = 6;

    /// <summary>Any number, the same in every Legator: writers take turns, so that positions become visible in their order and a tail never passes one over.</summary>
    private const long WriterLock = 4_990_212_847_003_118;

    // Follows only the event that the caller saw last, and never a run's end: sequence, hash and end are checked in the same statement that inserts.
    private const string Insert = """
        WITH stored AS (
            INSERT INTO run_events (namespace, run, sequence, time, final, data, previous_hash, hash)
            SELECT n.* FROM unnest(@namespaces, @runs, @sequences, @times, @finals, @datas, @previous, @hashes)
                AS n (namespace, run, sequence, time, final, data, previous_hash, hash)
            WHERE n.sequence = 1 OR EXISTS (
                SELECT 1 FROM run_events e
                WHERE e.namespace = n.namespace AND e.run = n.run AND e.sequence = n.sequence - 1 AND e.hash = n.previous_hash AND NOT e.final)
            ON CONFLICT ON CONSTRAINT run_events_fence DO NOTHING
            RETURNING hash)
        SELECT hash FROM stored
        """;

    private const string Known = """
        SELECT e.hash FROM run_events e
        JOIN unnest(@namespaces, @runs, @sequences, @hashes) AS n (namespace, run, sequence, hash)
            ON e.namespace = n.namespace AND e.run = n.run AND e.sequence = n.sequence AND e.hash = n.hash
        """;

    public async Task StoreAsync(IReadOnlyList<AppendRequest> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await schema.EnsureAsync(CancellationToken.None);
                await StoreOnceAsync(group, again: attempt > 1);
                return;
            }
            catch (NpgsqlException e) when (e.IsTransient && attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt)), time);
            }
            catch (NpgsqlException e)
            {
                throw PostgresRunJournal.Unavailable(e);
            }
        }
    }

    private async Task StoreOnceAsync(IReadOnlyList<AppendRequest> group, bool again)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var known = again ? await HashesAsync(Known, connection, group) : [];
        await using (var turn = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({WriterLock}), pg_notify('{Channel}', '')", connection))
        {
            await turn.ExecuteNonQueryAsync();
        }

        known.UnionWith(await HashesAsync(Insert, connection, group));
        await transaction.CommitAsync();
        foreach (var request in group)
        {
            request.Conflicts = !known.Contains(request.Event.Hash);
        }
    }

    private static async Task<HashSet<string>> HashesAsync(string sql, NpgsqlConnection connection, IReadOnlyList<AppendRequest> group)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        Bind(command.Parameters, [.. group.Select(request => request.Event)]);
        await using var reader = await command.ExecuteReaderAsync();
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            hashes.Add(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0)));
        }

        return hashes;
    }

    private static void Bind(NpgsqlParameterCollection parameters, RunEvent[] events)
    {
        Add("namespaces", NpgsqlDbType.Text, events.Select(e => e.Run.Namespace).ToArray());
        Add("runs", NpgsqlDbType.Text, events.Select(e => e.Run.Name).ToArray());
        Add("sequences", NpgsqlDbType.Bigint, events.Select(e => e.Sequence).ToArray());
        Add("times", NpgsqlDbType.TimestampTz, events.Select(e => e.Time.UtcDateTime).ToArray());
        Add("finals", NpgsqlDbType.Boolean, events.Select(e => e.Data is RunFinished).ToArray());
        Add("datas", NpgsqlDbType.Text, events.Select(RunEventRow.Data).ToArray());
        Add("previous", NpgsqlDbType.Bytea, events.Select(e => Convert.FromHexString(e.PreviousHash)).ToArray());
        Add("hashes", NpgsqlDbType.Bytea, events.Select(e => Convert.FromHexString(e.Hash)).ToArray());

        void Add(string name, NpgsqlDbType type, Array values) => parameters.AddWithValue(name, NpgsqlDbType.Array | type, values);
    }
}
