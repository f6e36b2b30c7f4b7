using System.Data.Common;
using Legator.Backends.Journals;
using Legator.Core.Notifications;
using Npgsql;

namespace Legator.Backends.Notifications;

/// <summary>The outbox in the journal's PostgreSQL database. A role that may not create tables finds them laid.</summary>
internal sealed class PostgresOutboxDatabase : IOutboxDatabase
{
    /// <summary>Any number, the same in every Legator: who lays the tables holds this advisory lock.</summary>
    private const long LayingLock = 4_990_212_847_003_119;

    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile bool ready;

    public PostgresOutboxDatabase(string connectionString)
    {
        source = new NpgsqlDataSourceBuilder(PostgresSource.Read(connectionString).ConnectionString).Build();
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!ready)
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                if (!ready)
                {
                    await LayAsync(cancellationToken);
                    ready = true;
                }
            }
            finally
            {
                gate.Release();
            }
        }

        return await source.OpenConnectionAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        await source.DisposeAsync();
    }

    private async Task LayAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await FormatAsync(connection, cancellationToken) is 0)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LayingLock})", cancellationToken);
            await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS notification_format (version int PRIMARY KEY)", cancellationToken);
            if (await FormatAsync(connection, cancellationToken) is 0)
            {
                await ExecuteAsync(connection, OutboxTables.Create("bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"), cancellationToken);
                await ExecuteAsync(connection, $"INSERT INTO notification_format VALUES ({OutboxTables.Format})", cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        if (await FormatAsync(connection, cancellationToken) is > OutboxTables.Format and var newer)
        {
            throw new OutboxUnavailableException(OutboxTables.Newer(newer));
        }
    }

    private static async Task<int> FormatAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var known = new NpgsqlCommand("SELECT to_regclass('notification_format') IS NOT NULL", connection);
        if (!(bool)(await known.ExecuteScalarAsync(cancellationToken))!)
        {
            return 0;
        }

        await using var version = new NpgsqlCommand("SELECT COALESCE(MAX(version), 0) FROM notification_format", connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
