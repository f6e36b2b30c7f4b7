using Npgsql;

namespace Legator.Backends.Tests.Sql;

/// <summary>Asks a server whether it would run a text in READ ONLY mode. Nothing stays of it.</summary>
internal static class PostgresReadOnly
{
    /// <summary>The server's code for a statement that a read-only transaction does not let through.</summary>
    public const string Refused = "25006";

    /// <summary>The server's answer: null when it ran the text, otherwise the code of its refusal; empty when the client could not take the answer.</summary>
    public static async Task<string?> AskAsync(NpgsqlConnection connection, string text)
    {
        await RunAsync(connection, "BEGIN READ ONLY");
        try
        {
            return await RunAsync(connection, text);
        }
        finally
        {
            await RunAsync(connection, "ROLLBACK");
        }
    }

    private static async Task<string?> RunAsync(NpgsqlConnection connection, string text)
    {
        try
        {
            await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = 20 };
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.NextResultAsync())
            {
            }

            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or NpgsqlException)
        {
            if (connection.State != System.Data.ConnectionState.Open)
            {
                await connection.CloseAsync();
                await connection.OpenAsync();
            }

            return "";
        }
    }
}
