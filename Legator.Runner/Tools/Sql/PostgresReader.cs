using System.Data;
using System.Data.Common;
using System.Text;
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

    /// <summary>Has no token: what ends a call is the relay's end.</summary>
    public static async Task RunAsync(SqlDatabase database, SqlQueryArguments call, SqlOptions options, SqlRelay relay, SqlAnswer answer)
    {
        await using var source = Source(database, options, relay);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var readOnly = new NpgsqlCommand("set transaction read only", connection, transaction))
        {
            await readOnly.ExecuteNonQueryAsync();
        }

        await using var ask = new NpgsqlCommand(MayWrite, connection, transaction);
        answer.RoleMayWrite = await ask.ExecuteScalarAsync() is true;
        await using var command = new NpgsqlCommand(call.Query, connection, transaction);
        foreach (var value in call.Parameters ?? [])
        {
            // The server finds the type, as it does for a literal.
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)SqlParameter.Text(value) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
        }

        // All values as the server writes them: types of extensions are text to the model anyway.
        command.AllResultTypesAreUnknown = true;
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess);
        if (await answer.WriteAsync(reader, CellAsync))
        {
            await reader.DisposeAsync();
        }
        else
        {
            // The rows that are not wanted are not waited for either.
            await relay.CutAsync();
        }
    }

    // A value may have a gigabyte: only its beginning is read.
    private static async ValueTask<SqlCell> CellAsync(DbDataReader reader, int column, int most)
    {
        if (await reader.IsDBNullAsync(column))
        {
            return new SqlCell(null);
        }

        var bytes = new byte[(most + 1) * 4];
        await using var stream = reader.GetStream(column);
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
        return SqlCell.Cut(Encoding.UTF8.GetString(bytes, 0, length), most) with { IsBinary = reader.GetDataTypeName(column) == "bytea" };
    }

    private static NpgsqlDataSource Source(SqlDatabase database, SqlOptions options, SqlRelay relay)
    {
        var builder = new NpgsqlDataSourceBuilder(Connection(database, options, relay));

        // Every value is asked for as text, so the server's types need not be known.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        builder.UseSslClientAuthenticationOptionsCallback(tls =>
        {
            tls.TargetHost = database.Host;
            tls.RemoteCertificateValidationCallback = SqlCertificates.Check(database);
        });
        return builder.Build();
    }

    private static string Connection(SqlDatabase database, SqlOptions options, SqlRelay relay) => new NpgsqlConnectionStringBuilder
    {
        Host = relay.Host,
        Port = relay.Port,
        Database = database.Catalog,
        Username = database.User,
        Password = database.Password,
        SslMode = database.Tls switch
        {
            SqlTls.Disable => SslMode.Disable,
            SqlTls.Prefer => SslMode.Prefer,

            // Whose certificate it is, the callback looks at.
            _ => SslMode.Require,
        },
        Pooling = false,
        Timeout = (int)options.ConnectTimeout.TotalSeconds,
        CommandTimeout = (int)options.StatementTimeout.TotalSeconds + 5,
        ApplicationName = "legator",
        IncludeErrorDetail = false,
        Options = $"-c default_transaction_read_only=on -c statement_timeout={options.StatementTimeout.TotalMilliseconds:F0} -c lock_timeout={options.LockTimeout.TotalMilliseconds:F0} -c idle_in_transaction_session_timeout=60000 -c standard_conforming_strings=on",
    }.ConnectionString;
}
