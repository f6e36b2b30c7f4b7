using Legator.Core.Runs;
using Npgsql;

namespace Legator.Backends.Journals;

/// <summary>Lays the journal's tables, once, whoever of many processes comes first; a role that may not create tables finds them laid.</summary>
internal sealed class PostgresSchema(NpgsqlDataSource source) : IDisposable
{
    /// <summary>Any number, the same in every Legator: who migrates holds this advisory lock.</summary>
    private const long MigrationLock = 4_990_212_847_003_117;

    private static readonly IReadOnlyList<string> Migrations = PostgresMigrations.All;

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile bool ready;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (ready)
        {
            return;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!ready)
            {
                await MigrateAsync(cancellationToken);
                ready = true;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var version = await VersionAsync(connection, cancellationToken);
        if (version < Migrations.Count)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({MigrationLock})", cancellationToken);
            await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS journal_format (version int PRIMARY KEY)", cancellationToken);
            for (version = await VersionAsync(connection, cancellationToken); version < Migrations.Count; version++)
            {
                await ExecuteAsync(connection, Migrations[version], cancellationToken);
                await ExecuteAsync(connection, $"INSERT INTO journal_format VALUES ({version + 1})", cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        if (version > Migrations.Count)
        {
            throw new JournalUnavailableException($"The journal's database has format {version}; this version of Legator knows {Migrations.Count}. Start the version that wrote it.");
        }
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var known = new NpgsqlCommand("SELECT to_regclass('journal_format') IS NOT NULL", connection);
        if (!(bool)(await known.ExecuteScalarAsync(cancellationToken))!)
        {
            return 0;
        }

        await using var version = new NpgsqlCommand("SELECT COALESCE(MAX(version), 0) FROM journal_format", connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // A step may carry over a journal of any length.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
