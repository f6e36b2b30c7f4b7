using System.Globalization;
using Npgsql;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Where the journal is, and how it is reached on another port.</summary>
internal sealed record NpgsqlAddress(string Connection, int Port)
{
    public static NpgsqlAddress Of(string connection) => new(connection, new NpgsqlConnectionStringBuilder(connection).Port);

    public string Through(int port) => Connection.Replace(
        string.Create(CultureInfo.InvariantCulture, $"Port={Port};"), string.Create(CultureInfo.InvariantCulture, $"Port={port};"), StringComparison.Ordinal);
}
