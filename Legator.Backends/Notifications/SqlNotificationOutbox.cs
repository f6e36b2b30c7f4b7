using System.Data.Common;
using Legator.Core.Notifications;

namespace Legator.Backends.Notifications;

/// <summary>The outbox over SQL. Several processes may share it: a message that is taken is nobody else's until its lease is over.</summary>
internal sealed class SqlNotificationOutbox(IOutboxDatabase database, TimeProvider time) : INotificationOutbox, IAsyncDisposable
{
    private const int MostHeld = 1000;

    private readonly OutboxSql _sql = new(database);

    private long Now => OutboxRows.Milliseconds(time.GetUtcNow());

    public Task<long?> PositionAsync(string reader, CancellationToken cancellationToken) => _sql.ReadAsync(
        "SELECT position FROM notification_readers WHERE reader = @reader",
        async rows => await rows.ReadAsync(cancellationToken) ? rows.GetInt64(0) : (long?)null,
        cancellationToken,
        ("reader", reader));

    public Task EnqueueAsync(string reader, long position, IReadOnlyList<Notification> messages, OutboxLimit limit, CancellationToken cancellationToken) => _sql.InOneAsync(
        async (connection, transaction) =>
        {
            foreach (var message in messages)
            {
                await InsertAsync(connection, transaction, message, limit, cancellationToken);
            }

            await using var move = OutboxStatement.Of(
                connection,
                transaction,
                "INSERT INTO notification_readers (reader, position) VALUES (@reader, @position) ON CONFLICT (reader) DO UPDATE SET position = excluded.position WHERE notification_readers.position < excluded.position",
                ("reader", reader),
                ("position", position));
            await move.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> TakeAsync(TimeSpan lease, int limit, IReadOnlyCollection<string> busy, CancellationToken cancellationToken)
    {
        (string Name, object Value)[] parameters =
        [
            ("now", Now),
            ("until", OutboxRows.Milliseconds(time.GetUtcNow() + lease)),
            ("limit", limit),
            .. busy.Select((channel, index) => ($"busy{index}", (object)channel)),
        ];
        var free = busy.Count == 0 ? "" : $" AND channel NOT IN ({string.Join(", ", Enumerable.Range(0, busy.Count).Select(index => $"@busy{index}"))})";
        return EntriesAsync(
            $"""
            UPDATE notifications SET due = @until, attempts = attempts + 1
            WHERE state = 'waiting' AND due <= @now AND seq IN (
                SELECT seq FROM (
                    SELECT seq, due, ROW_NUMBER() OVER (PARTITION BY channel ORDER BY due, seq) AS place
                    FROM notifications WHERE state = 'waiting' AND due <= @now{free}) AS firsts
                WHERE place = 1 ORDER BY due, seq LIMIT @limit)
            RETURNING {OutboxRows.Columns}
            """,
            cancellationToken,
            parameters);
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => _sql.ReadAsync(
        "SELECT MIN(due) FROM notifications WHERE state = 'waiting'",
        async rows => await rows.ReadAsync(cancellationToken) && !rows.IsDBNull(0) ? OutboxRows.Time(rows.GetInt64(0)) : (DateTimeOffset?)null,
        cancellationToken);

    public Task DeliveredAsync(string id, CancellationToken cancellationToken) => _sql.ExecuteAsync(
        "UPDATE notifications SET state = 'delivered', ended = @now, problem = NULL, deadline = @now + answer_ms WHERE id = @id AND state IN ('waiting', 'dead')",
        cancellationToken,
        ("id", id),
        ("now", Now));

    public Task FailedAsync(string id, string problem, DateTimeOffset? again, bool channelRests, CancellationToken cancellationToken) => _sql.InOneAsync(
        async (connection, transaction) =>
        {
            await using var failed = again is { } next
                ? OutboxStatement.Of(connection, transaction, "UPDATE notifications SET due = @again, problem = @problem WHERE id = @id AND state = 'waiting'", ("id", id), ("problem", problem), ("again", OutboxRows.Milliseconds(next)))
                : OutboxStatement.Of(connection, transaction, "UPDATE notifications SET state = 'dead', ended = @now, problem = @problem, deadline = @now + answer_ms WHERE id = @id AND state = 'waiting'", ("id", id), ("problem", problem), ("now", Now));
            await failed.ExecuteNonQueryAsync(cancellationToken);
            if (again is { } rest && channelRests)
            {
                await using var others = OutboxStatement.Of(
                    connection,
                    transaction,
                    "UPDATE notifications SET due = @again WHERE state = 'waiting' AND due < @again AND channel = (SELECT channel FROM notifications WHERE id = @id)",
                    ("id", id),
                    ("again", OutboxRows.Milliseconds(rest)));
                await others.ExecuteNonQueryAsync(cancellationToken);
            }
        },
        cancellationToken);

    public async Task<IReadOnlyList<OutboxHeld>> HeldAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var held = await _sql.ReadAsync(
            $"""
            SELECT data FROM notifications AS message WHERE state = 'held' AND EXISTS (
                SELECT 1 FROM notifications AS older
                WHERE older.state = 'held' AND older.channel = message.channel AND older.agent = message.agent AND older.created <= @before)
            ORDER BY seq LIMIT {MostHeld}
            """,
            rows => MessagesAsync(rows, cancellationToken),
            cancellationToken,
            ("before", OutboxRows.Milliseconds(before)));
        return [.. held.GroupBy(message => (message.ChannelKey, message.Agent)).Select(group => new OutboxHeld([.. group]))];
    }

    public Task SummariseAsync(Notification summary, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => _sql.InOneAsync(
        async (connection, transaction) =>
        {
            await InsertAsync(connection, transaction, summary, new OutboxLimit(0, TimeSpan.Zero), cancellationToken);
            foreach (var id in ids)
            {
                await using var told = OutboxStatement.Of(connection, transaction, "UPDATE notifications SET state = 'summarised', ended = @now WHERE id = @id AND state = 'held'", ("id", id), ("now", Now));
                await told.ExecuteNonQueryAsync(cancellationToken);
            }
        },
        cancellationToken);

    public Task<IReadOnlyList<Notification>> OverdueAsync(int limit, CancellationToken cancellationToken) => _sql.ReadAsync(
        "SELECT data FROM notifications WHERE deadline IS NOT NULL AND deadline <= @now AND answered_by IS NULL ORDER BY deadline LIMIT @limit",
        async rows => (IReadOnlyList<Notification>)await MessagesAsync(rows, cancellationToken),
        cancellationToken,
        ("now", Now),
        ("limit", limit));

    public Task LapseAsync(string id, Notification? again, CancellationToken cancellationToken) => _sql.InOneAsync(
        async (connection, transaction) =>
        {
            await using var lapse = OutboxStatement.Of(connection, transaction, "UPDATE notifications SET deadline = NULL WHERE id = @id", ("id", id));
            await lapse.ExecuteNonQueryAsync(cancellationToken);
            if (again is not null)
            {
                await InsertAsync(connection, transaction, again, new OutboxLimit(0, TimeSpan.Zero), cancellationToken);
            }
        },
        cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> ListAsync(OutboxFilter filter, CancellationToken cancellationToken)
    {
        var (where, parameters) = (new List<string>(), new List<(string Name, object Value)> { ("limit", filter.Limit) });
        foreach (var (column, value) in new[] { ("namespace", filter.Namespace), ("agent", filter.Agent), ("state", filter.State is { } state ? OutboxRows.Name(state) : null) })
        {
            if (value is not null)
            {
                where.Add($"{column} = @{column}");
                parameters.Add((column, value));
            }
        }

        return EntriesAsync(
            $"SELECT {OutboxRows.Columns} FROM notifications{(where.Count == 0 ? "" : " WHERE " + string.Join(" AND ", where))} ORDER BY seq DESC LIMIT @limit",
            cancellationToken,
            [.. parameters]);
    }

    public async Task<OutboxEntry?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await EntriesAsync($"SELECT {OutboxRows.Columns} FROM notifications WHERE id = @id", cancellationToken, ("id", id))).SingleOrDefault();

    public async Task<bool> RetryAsync(string id, CancellationToken cancellationToken) => await _sql.ExecuteAsync(
        "UPDATE notifications SET state = 'waiting', due = @now, attempts = 0, ended = NULL, deadline = NULL WHERE id = @id AND state = 'dead'",
        cancellationToken,
        ("id", id),
        ("now", Now)) == 1;

    public async Task<bool> AnswerAsync(string id, string person, CancellationToken cancellationToken) => await _sql.ExecuteAsync(
        "UPDATE notifications SET answered_by = COALESCE(answered_by, @person), deadline = NULL WHERE answer_ms IS NOT NULL AND event IN (SELECT event FROM notifications WHERE id = @id OR event = @id)",
        cancellationToken,
        ("id", id),
        ("person", person)) > 0;

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => _sql.ExecuteAsync(
        "DELETE FROM notifications WHERE ended < @before AND deadline IS NULL AND state IN ('delivered', 'dead', 'summarised')",
        cancellationToken,
        ("before", OutboxRows.Milliseconds(before)));

    public ValueTask DisposeAsync() => _sql.DisposeAsync();

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, Notification message, OutboxLimit limit, CancellationToken cancellationToken)
    {
        // Once somebody has answered, nobody is told of the same event again.
        await using var insert = OutboxStatement.Of(
            connection,
            transaction,
            """
            INSERT INTO notifications (id, event, namespace, agent, channel, state, created, due, attempts, answer_ms, data)
            SELECT @id, @event, @namespace, @agent, @channel,
                CASE WHEN @most > 0 AND (
                    SELECT COUNT(*) FROM notifications
                    WHERE channel = @channel AND agent = @agent AND created > @since AND state NOT IN ('held', 'summarised')) >= @most
                THEN 'held' ELSE 'waiting' END,
                @now, @now, 0, NULLIF(@answer, -1), @data
            WHERE NOT EXISTS (SELECT 1 FROM notifications WHERE event = @event AND answered_by IS NOT NULL)
            ON CONFLICT (id) DO NOTHING
            """,
            ("id", message.Id),
            ("event", message.Event),
            ("namespace", message.Namespace),
            ("agent", message.Agent),
            ("channel", message.ChannelKey),
            ("most", limit.Most),
            ("since", OutboxRows.Milliseconds(time.GetUtcNow() - limit.Window)),
            ("now", Now),
            ("answer", message.Clock is { } clock ? (long)(clock.Seconds * 1000) : -1L),
            ("data", OutboxRows.Data(message)));
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<Notification>> MessagesAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        var messages = new List<Notification>();
        while (await rows.ReadAsync(cancellationToken))
        {
            messages.Add(OutboxRows.Message(rows.GetString(0)));
        }

        return messages;
    }

    private Task<IReadOnlyList<OutboxEntry>> EntriesAsync(string text, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => _sql.ReadAsync<IReadOnlyList<OutboxEntry>>(
        text,
        async rows =>
        {
            var entries = new List<OutboxEntry>();
            while (await rows.ReadAsync(cancellationToken))
            {
                entries.Add(OutboxRows.Read(rows));
            }

            return entries;
        },
        cancellationToken,
        parameters);
}
