using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Sql;

/// <summary>Finds the database that a call names among the credentials of the environment.</summary>
internal static class SqlDatabases
{
    private static readonly CredentialType[] Types = [CredentialType.BasicAuth, CredentialType.VaultDatabase, CredentialType.VaultKv];

    /// <exception cref="ToolInputException">There is no such database, or its credential cannot be used; the message names the field.</exception>
    public static async Task<SqlDatabase> FindAsync(string name, RunScope scope, CancellationToken cancellationToken) =>
        Read(name, await ConnectionFields.OpenAsync(name, "database", Types, scope, cancellationToken));

    /// <summary>What the database speaks; all that a call is judged by.</summary>
    /// <exception cref="ToolInputException">There is no such database, or its credential cannot be used; the message names the field.</exception>
    public static Task<SqlDialect> DialectAsync(string name, RunScope scope, CancellationToken cancellationToken) =>
        scope.Lookout.SeeAsync($"database {name}", async () => Read(name, await ConnectionFields.OpenAsync(name, "database", Types, scope, cancellationToken, forJudging: true)).Dialect);

    private static SqlDatabase Read(string name, ConnectionFields fields)
    {
        var dialect = Dialect(fields);
        return new SqlDatabase
        {
            Name = name,
            Dialect = dialect,
            Host = fields.Required("host"),
            Port = fields.Port() ?? (dialect == SqlDialect.PostgreSql ? 5432 : 3306),
            Catalog = fields.Text("database") ?? fields.Required("dbname"),
            User = fields.Text("username") ?? fields.Required("user"),
            Password = fields.Secret("password") ?? "",
            Tls = Tls(fields),
            CaCertificate = fields.Text("ca.crt"),
        };
    }

    private static SqlDialect Dialect(ConnectionFields fields) => fields.Required("driver").ToLowerInvariant() switch
    {
        "postgres" or "postgresql" => SqlDialect.PostgreSql,
        "mysql" or "mariadb" => SqlDialect.MySql,
        _ => throw fields.Problem("has a 'driver' that is neither postgres nor mysql"),
    };

    private static SqlTls Tls(ConnectionFields fields) => (fields.Text("sslmode") ?? fields.Text("tls") ?? "prefer").ToLowerInvariant() switch
    {
        "disable" or "false" => SqlTls.Disable,
        "prefer" => SqlTls.Prefer,
        "require" or "true" => SqlTls.Require,
        "verify-ca" => SqlTls.VerifyCa,
        "verify-full" => SqlTls.VerifyFull,
        _ => throw fields.Problem("has an 'sslmode' that is none of disable, prefer, require, verify-ca, verify-full"),
    };
}
