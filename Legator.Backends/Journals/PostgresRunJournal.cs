using System.Runtime.CompilerServices;
using Legator.Backends.Signals;
using Legator.Core.Runs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Legator.Backends.Journals;

/// <summary>The journal in PostgreSQL, shared by any number of processes: the unique key fences them, notifications wake the tails.</summary>
internal sealed class PostgresRunJournal : IRunJournal, IAsyncDisposable
{
    private const int TailPage = 500;
    private const string Select = "SELECT position, namespace, run, sequence, time, data, previous_hash, hash FROM run_events";

    private readonly NpgsqlDataSource source;
    private readonly PostgresSchema schema;
    private readonly PostgresListener listener;
    private readonly GroupWriter writer;
    private readonly Signal signal = new();
    private readonly RunJournalOptions options;
    private readonly TimeProvider time;

    public PostgresRunJournal(RunJournalOptions options, TimeProvider time, ILogger<PostgresRunJournal> logger)
    {
        this.options = options;
        this.time = time;
        source = PostgresSource.Open(options.ConnectionString);
        schema = new PostgresSchema(source);
        listener = new PostgresListener(source, signal, time, logger);
        writer = new GroupWriter(new PostgresAppend(source, schema, time).StoreAsync, signal);
    }

    public Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken) =>
        writer.AppendAsync(Prepared(new AppendRequest(run, head, RunEventRow.Now(time), data)), cancellationToken);

    public Task<IReadOnlyList<RunEvent>> AppendAllAsync(RunKey run, JournalHead head, IReadOnlyList<RunEventData> data, CancellationToken cancellationToken) =>
        writer.AppendAllAsync([.. AppendRequest.Chain(run, head, time, data).Select(Prepared)], cancellationToken);

    public async Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        var entries = await QueryAsync(
            $"{Select} WHERE namespace = $1 AND run = $2 AND sequence > $3 ORDER BY sequence LIMIT $4",
            cancellationToken,
            run.Namespace,
            run.Name,
            afterSequence,
            limit);
        return [.. entries.Select(entry => entry.Event)];
    }

    public async Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken)
    {
        var last = await QueryAsync($"{Select} WHERE namespace = $1 AND run = $2 ORDER BY sequence DESC LIMIT 1", cancellationToken, run.Namespace, run.Name);
        return last.Count == 0 ? JournalHead.Empty : JournalHead.After(last[0].Event);
    }

    public async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await schema.EnsureAsync(cancellationToken);
            await using var command = source.CreateCommand("SELECT COALESCE(MAX(position), 0) FROM run_events");
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (NpgsqlException e)
        {
            throw Unavailable(e);
        }
    }

    public async Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var newest = await PositionAsync(cancellationToken);
        try
        {
            return await PositionSearch.BeforeAsync(newest, time, position => FirstFromAsync(position, cancellationToken));
        }
        catch (NpgsqlException e)
        {
            throw Unavailable(e);
        }
    }

    public async IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        listener.Start();
        var position = afterPosition;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = signal.Next;
            var page = await QueryAsync($"{Select} WHERE position > $1 ORDER BY position LIMIT $2", cancellationToken, position, TailPage);
            foreach (var entry in page)
            {
                position = entry.Position;
                yield return entry;
            }

            if (page.Count < TailPage)
            {
                await Task.WhenAny(next, Task.Delay(options.PollInterval, time, cancellationToken));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await listener.DisposeAsync();
        schema.Dispose();
        await source.DisposeAsync();
    }

    /// <summary>Turns the storage's errors into the port's own; their messages hold no credentials.</summary>
    public static JournalUnavailableException Unavailable(NpgsqlException e) => new($"The journal's database cannot be used: {e.Message}", e);

    private static AppendRequest Prepared(AppendRequest request)
    {
        request.Row = PostgresCopy.Row(request);
        return request;
    }

    private async Task<(long Position, DateTimeOffset Time)?> FirstFromAsync(long position, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT position, time FROM run_events WHERE position >= $1 ORDER BY position LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter { Value = position });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), new DateTimeOffset(reader.GetDateTime(1), TimeSpan.Zero)) : null;
    }

    private async Task<IReadOnlyList<JournalEntry>> QueryAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        try
        {
            await schema.EnsureAsync(cancellationToken);
            await using var command = source.CreateCommand(sql);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            var entries = new List<JournalEntry>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                entries.Add(Read(reader));
            }

            return entries;
        }
        catch (NpgsqlException e)
        {
            throw Unavailable(e);
        }
    }

    private static JournalEntry Read(NpgsqlDataReader reader)
    {
        var run = new RunKey(reader.GetString(1), reader.GetString(2));
        var time = new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero);
        var value = RunEventRow.Read(run, reader.GetInt64(3), time, reader.GetString(5), reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7));
        return new JournalEntry(reader.GetInt64(0), value);
    }
}
