using Legator.Core.Actions.Classification.Sql;

namespace Legator.Runner.Tools.Sql;

/// <summary>A database as its credential describes it. Holds a password: never written.</summary>
internal sealed record SqlDatabase
{
    /// <summary>Name of the credential, by which the model calls the database.</summary>
    public required string Name { get; init; }

    public required SqlDialect Dialect { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Name of the database on its server.</summary>
    public required string Catalog { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>How the connection is secured.</summary>
    public required SqlTls Tls { get; init; }

    /// <summary>Certificates that the server's must come from, in PEM; null for the machine's own.</summary>
    public string? CaCertificate { get; init; }

    public override string ToString() => Name;
}
