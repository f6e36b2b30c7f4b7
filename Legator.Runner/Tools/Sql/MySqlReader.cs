using System.Data.Common;
using Legator.Core.Redaction;
using MySqlConnector;

namespace Legator.Runner.Tools.Sql;

/// <summary>Runs a statement on MySQL or MariaDB in a transaction that can only read, with limits that the server itself keeps and in the modes that the statement was judged by.</summary>
internal static class MySqlReader
{
    public static async Task<SqlReply> RunAsync(SqlDatabase database, SqlQueryArguments call, SqlOptions options, Redactor redactor, CancellationToken cancellationToken)
    {
        await using var connection = new MySqlConnection(Connection(database, options));
        if (database.CaCertificate is { } authority)
        {
            connection.RemoteCertificateValidationCallback = SqlCertificates.Check(authority, database.Tls);
        }

        await connection.OpenAsync(cancellationToken);
        await LimitAsync(connection, options, cancellationToken);
        var mayWrite = await MayWriteAsync(connection, cancellationToken);
        await ExecuteAsync(connection, "start transaction read only", cancellationToken);
        await using var command = new MySqlCommand(call.Query, connection);
        foreach (var value in call.Parameters ?? [])
        {
            command.Parameters.Add(new MySqlParameter { Value = SqlParameter.Typed(value) ?? DBNull.Value });
        }

        var answer = new SqlAnswer(CellAsync, redactor);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await answer.WriteAsync(reader, cancellationToken))
        {
            // The rows that are not wanted are not waited for either.
            command.Cancel();
        }

        return new SqlReply(answer.Text, mayWrite);
    }

    private static async Task LimitAsync(MySqlConnection connection, SqlOptions options, CancellationToken cancellationToken)
    {
        var limit = connection.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase)
            ? $"max_statement_time={options.StatementTimeout.TotalSeconds:F0}"
            : $"max_execution_time={options.StatementTimeout.TotalMilliseconds:F0}";
        var locks = $"{options.LockTimeout.TotalSeconds:F0}";
        await ExecuteAsync(connection, $"set session {limit}, lock_wait_timeout={locks}, innodb_lock_wait_timeout={locks}, sql_select_limit={SqlAnswer.MaxRows + 1}, sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION', autocommit=0", cancellationToken);
        await ExecuteAsync(connection, "set session transaction read only", cancellationToken);
    }

    private static ValueTask<SqlCell> CellAsync(DbDataReader reader, int column, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult(SqlCell.Of(reader.IsDBNull(column) ? null : reader.GetValue(column), most));

    private static async Task ExecuteAsync(MySqlConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> MayWriteAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand("show grants", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var grant = reader.GetString(0);
            var rights = grant[..Math.Max(0, grant.IndexOf(" ON ", StringComparison.Ordinal))];
            if (new[] { "ALL PRIVILEGES", "INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "CREATE", "FILE", "SUPER" }.Any(r => rights.Contains(r, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Connection(SqlDatabase database, SqlOptions options) => new MySqlConnectionStringBuilder
    {
        Server = database.Host,
        Port = (uint)database.Port,
        Database = database.Catalog,
        UserID = database.User,
        Password = database.Password,
        SslMode = database.Tls switch
        {
            SqlTls.Disable => MySqlSslMode.Disabled,
            SqlTls.Prefer => MySqlSslMode.Preferred,
            SqlTls.Require => MySqlSslMode.Required,
            // With an authority of its own the certificate is checked by the callback, which the library wants together with this mode.
            _ when database.CaCertificate is not null => MySqlSslMode.Required,
            SqlTls.VerifyCa => MySqlSslMode.VerifyCA,
            _ => MySqlSslMode.VerifyFull,
        },
        Pooling = false,
        ConnectionTimeout = (uint)options.ConnectTimeout.TotalSeconds,
        DefaultCommandTimeout = (uint)options.StatementTimeout.TotalSeconds + 5,
        AllowLoadLocalInfile = false,
        AllowUserVariables = false,
        ApplicationName = "legator",
    }.ConnectionString;
}
