using System.Data.Common;
using Npgsql;

namespace Legator.Backends.Journals;

/// <summary>Connections to the journal's database, and what every connection string has that does not say otherwise.</summary>
internal static class PostgresSource
{
    private const int KeptStatements = 40;

    /// <summary>How a connection string, and the environment, say whether connections are encrypted by Kerberos.</summary>
    private static readonly string[] Kerberos = ["GSS Encryption Mode", "GssEncryptionMode"];
    private const string KerberosVariable = "PGGSSENCMODE";

    public static NpgsqlDataSource Open(string connectionString)
    {
        var connection = Read(connectionString);
        // A waiting listener must notice a dead peer.
        connection.KeepAlive = connection.KeepAlive == 0 ? 15 : connection.KeepAlive;
        connection.MaxAutoPrepare = connection.MaxAutoPrepare == 0 ? KeptStatements : connection.MaxAutoPrepare;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }

    /// <summary>Reads a connection string, which may leave out what is the same for us everywhere.</summary>
    public static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.ApplicationName ??= "legator";
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!Kerberos.Any(said.ContainsKey) && Environment.GetEnvironmentVariable(KerberosVariable) is null)
        {
            // Otherwise every connection begins with a question about Kerberos, whose libraries are loaded for it.
            connection.GssEncryptionMode = GssEncryptionMode.Disable;
        }

        return connection;
    }
}
