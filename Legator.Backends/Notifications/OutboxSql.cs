using System.Data.Common;
using Legator.Core.Notifications;

namespace Legator.Backends.Notifications;

/// <summary>Runs statements on the database of the outbox; what it cannot do is an <see cref="OutboxUnavailableException"/>.</summary>
internal sealed class OutboxSql(IOutboxDatabase database) : IAsyncDisposable
{
    /// <summary>Reads rows.</summary>
    public Task<T> ReadAsync<T>(string sql, Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => GuardedAsync(async () =>
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = OutboxStatement.Of(connection, null, sql, parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await read(rows);
    });

    /// <summary>Runs one statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => GuardedAsync(async () =>
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = OutboxStatement.Of(connection, null, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    });

    /// <summary>Does several things, or none of them.</summary>
    public Task InOneAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await work(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return 0;
    });

    public ValueTask DisposeAsync() => database.DisposeAsync();

    // The messages of both engines' errors hold no credentials.
    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException e)
        {
            throw new OutboxUnavailableException($"The outbox cannot be used: {e.Message}", e);
        }
    }
}
