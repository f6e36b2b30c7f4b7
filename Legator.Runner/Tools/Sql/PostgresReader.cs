using System.Data;
using System.Data.Common;
using System.Text;
using Legator.Core.Redaction;
using Npgsql;
using NpgsqlTypes;

namespace Legator.Runner.Tools.Sql;

/// <summary>Runs a statement on PostgreSQL in a transaction that can only read, with limits that the server itself keeps.</summary>
internal static class PostgresReader
{
    // What the role may change, were it let: https://www.postgresql.org/docs/current/functions-info.html
    private const string MayWrite = """
        select current_setting('is_superuser') = 'on' or exists (
            select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
              and pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))
        """;

    public static async Task<SqlReply> RunAsync(SqlDatabase database, SqlQueryArguments call, SqlOptions options, Redactor redactor, CancellationToken cancellationToken)
    {
        await using var source = Source(database, options);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var readOnly = new NpgsqlCommand("set transaction read only", connection, transaction))
        {
            await readOnly.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var ask = new NpgsqlCommand(MayWrite, connection, transaction);
        var mayWrite = await ask.ExecuteScalarAsync(cancellationToken) is true;
        await using var command = new NpgsqlCommand(call.Query, connection, transaction);
        foreach (var value in call.Parameters ?? [])
        {
            // The server finds the type, as it does for a literal.
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)SqlParameter.Text(value) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
        }

        // All values as the server writes them: types of extensions are text to the model anyway.
        command.AllResultTypesAreUnknown = true;
        var answer = new SqlAnswer(CellAsync, redactor);
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        await EndAsync(reader, await answer.WriteAsync(reader, cancellationToken));
        return new SqlReply(answer.Text, mayWrite);
    }

    /// <summary>The rows that are not wanted are not waited for either: the connection is broken off, which the server hears of.</summary>
    private static async Task EndAsync(NpgsqlDataReader reader, bool complete)
    {
        try
        {
            if (!complete)
            {
                using var enough = new CancellationTokenSource();
                var rest = reader.NextResultAsync(enough.Token);
                await enough.CancelAsync();
                await rest;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // That is what was asked for.
        }
        finally
        {
            await reader.DisposeAsync();
        }
    }

    // A value may have a gigabyte: only its beginning is read.
    private static async ValueTask<SqlCell> CellAsync(DbDataReader reader, int column, int most, CancellationToken cancellationToken)
    {
        if (await reader.IsDBNullAsync(column, cancellationToken))
        {
            return new SqlCell(null);
        }

        var bytes = new byte[(most + 1) * 4];
        await using var stream = reader.GetStream(column);
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return SqlCell.Cut(Encoding.UTF8.GetString(bytes, 0, length), most) with { IsBinary = reader.GetDataTypeName(column) == "bytea" };
    }

    private static NpgsqlDataSource Source(SqlDatabase database, SqlOptions options)
    {
        var builder = new NpgsqlDataSourceBuilder(Connection(database, options));

        // Every value is asked for as text, so the server's types need not be known.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (database.CaCertificate is { } authority)
        {
            builder.UseSslClientAuthenticationOptionsCallback(tls => tls.RemoteCertificateValidationCallback = SqlCertificates.Check(authority, database.Tls));
        }

        return builder.Build();
    }

    private static string Connection(SqlDatabase database, SqlOptions options) => new NpgsqlConnectionStringBuilder
    {
        Host = database.Host,
        Port = database.Port,
        Database = database.Catalog,
        Username = database.User,
        Password = database.Password,
        SslMode = database switch
        {
            // With an authority of its own the certificate is checked by the callback.
            { CaCertificate: not null, Tls: SqlTls.VerifyCa or SqlTls.VerifyFull } => SslMode.Require,
            _ => Mode(database.Tls),
        },
        Pooling = false,
        Timeout = (int)options.ConnectTimeout.TotalSeconds,
        CommandTimeout = (int)options.StatementTimeout.TotalSeconds + 5,

        // A server that drips would never let a cancelled statement end: the connection is broken off instead.
        CancellationTimeout = -1,
        ApplicationName = "legator",
        IncludeErrorDetail = false,
        Options = $"-c default_transaction_read_only=on -c statement_timeout={options.StatementTimeout.TotalMilliseconds:F0} -c lock_timeout={options.LockTimeout.TotalMilliseconds:F0} -c idle_in_transaction_session_timeout=60000 -c standard_conforming_strings=on",
    }.ConnectionString;

    private static SslMode Mode(SqlTls tls) => tls switch
    {
        SqlTls.Disable => SslMode.Disable,
        SqlTls.Prefer => SslMode.Prefer,
        SqlTls.Require => SslMode.Require,
        SqlTls.VerifyCa => SslMode.VerifyCA,
        _ => SslMode.VerifyFull,
    };
}
