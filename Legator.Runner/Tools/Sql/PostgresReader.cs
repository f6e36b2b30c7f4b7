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

    public static async Task<(string Text, bool MayWrite)> RunAsync(SqlDatabase database, SqlQueryArguments call, TimeSpan limit, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlDataSourceBuilder(Connection(database, limit));
        if (database.CaCertificate is { } authority)
        {
            builder.UseSslClientAuthenticationOptionsCallback(tls => tls.RemoteCertificateValidationCallback = SqlCertificates.Check(authority, database.Tls));
        }

        await using var source = builder.Build();
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
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Unknown });
        }

        // All values as the server writes them: types of extensions are text to the model anyway.
        command.AllResultTypesAreUnknown = true;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var text = await SqlAnswer.WriteAsync(reader, cancellationToken);
        await connection.CloseAsync();
        return (text, mayWrite);
    }

    private static string Connection(SqlDatabase database, TimeSpan limit) => new NpgsqlConnectionStringBuilder
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
        Timeout = 10,
        CommandTimeout = (int)limit.TotalSeconds + 5,
        ApplicationName = "legator",
        IncludeErrorDetail = false,
        Options = $"-c default_transaction_read_only=on -c statement_timeout={limit.TotalMilliseconds:F0} -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000 -c standard_conforming_strings=on",
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
