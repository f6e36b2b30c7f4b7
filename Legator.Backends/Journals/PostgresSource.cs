using Npgsql;

namespace Legator.Backends.Journals;

/// <summary>Connections to the journal's database.</summary>
internal static class PostgresSource
{
    private const int KeptStatements = 40;

    public static NpgsqlDataSource Open(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // A waiting listener must notice a dead peer.
        connection.KeepAlive = connection.KeepAlive == 0 ? 15 : connection.KeepAlive;
        connection.ApplicationName ??= "legator";
        connection.MaxAutoPrepare = connection.MaxAutoPrepare == 0 ? KeptStatements : connection.MaxAutoPrepare;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }
}
