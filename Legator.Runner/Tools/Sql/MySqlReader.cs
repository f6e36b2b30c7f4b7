using System.Data.Common;
using System.Globalization;
using MySqlConnector;

namespace Legator.Runner.Tools.Sql;

/// <summary>Runs a statement on MySQL or MariaDB in a transaction that can only read, with limits that the server itself keeps and in the modes that the statement was judged by.</summary>
internal static class MySqlReader
{
    /// <summary>Has no token: what ends a call is the relay's end.</summary>
    public static async Task RunAsync(SqlDatabase database, SqlQueryArguments call, SqlOptions options, SqlRelay relay, SqlAnswer answer)
    {
        await using var connection = new MySqlConnection(Connection(database, options, relay));
        connection.RemoteCertificateValidationCallback = SqlCertificates.Check(database);
        await connection.OpenAsync();
        await LimitAsync(connection, options);
        answer.RoleMayWrite = await MayWriteAsync(connection);
        await ExecuteAsync(connection, "start transaction read only");
        await using var command = new MySqlCommand(call.Query, connection);
        foreach (var value in call.Parameters ?? [])
        {
            command.Parameters.Add(new MySqlParameter { Value = SqlParameter.Typed(value) ?? DBNull.Value });
        }

        var reader = await command.ExecuteReaderAsync();
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

    private static async Task LimitAsync(MySqlConnection connection, SqlOptions options)
    {
        var limit = connection.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase)
            ? $"max_statement_time={options.StatementTimeout.TotalSeconds:F0}"
            : $"max_execution_time={options.StatementTimeout.TotalMilliseconds:F0}";
        var locks = $"{options.LockTimeout.TotalSeconds:F0}";
        await ExecuteAsync(connection, $"set session {limit}, lock_wait_timeout={locks}, innodb_lock_wait_timeout={locks}, sql_select_limit={SqlAnswer.MaxRows + 1}, sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION', autocommit=0");
        await ExecuteAsync(connection, "set session transaction read only");
    }

    private static ValueTask<SqlCell> CellAsync(DbDataReader reader, int column, int most) =>
        ValueTask.FromResult(SqlCell.Of(reader.IsDBNull(column) ? null : Value(reader, column), most));

    private static object Value(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        MySqlDateTime { IsValidDateTime: true } time => time.GetDateTime().ToString(reader.GetDataTypeName(column) == "DATE" ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        MySqlDateTime => "0000-00-00",
        var value => value,
    };

    private static async Task ExecuteAsync(MySqlConnection connection, string text)
    {
        await using var command = new MySqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> MayWriteAsync(MySqlConnection connection)
    {
        await using var command = new MySqlCommand("show grants", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
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

    private static string Connection(SqlDatabase database, SqlOptions options, SqlRelay relay) => new MySqlConnectionStringBuilder
    {
        Server = relay.Host,
        Port = (uint)relay.Port,
        Database = database.Catalog,
        UserID = database.User,
        Password = database.Password,
        SslMode = database.Tls switch
        {
            SqlTls.Disable => MySqlSslMode.Disabled,
            SqlTls.Prefer => MySqlSslMode.Preferred,

            // Whose certificate it is, the callback looks at.
            _ => MySqlSslMode.Required,
        },
        Pooling = false,
        ConnectionTimeout = (uint)options.ConnectTimeout.TotalSeconds,
        DefaultCommandTimeout = (uint)options.StatementTimeout.TotalSeconds + 5,
        AllowLoadLocalInfile = false,
        AllowUserVariables = false,
        AllowZeroDateTime = true,
        TreatTinyAsBoolean = false,
        GuidFormat = MySqlGuidFormat.None,
        ApplicationName = "legator",
    }.ConnectionString;
}
