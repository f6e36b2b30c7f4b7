using System.Globalization;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Sql;

/// <summary>Finds the database that a call names among the credentials of the environment.</summary>
internal static class SqlDatabases
{
    private const string Fields = "The Secret's fields are described in docs/tools.md.";
    private static readonly CredentialType[] Types = [CredentialType.BasicAuth, CredentialType.VaultDatabase];

    /// <exception cref="ToolInputException">There is no such database, or its credential cannot be used; the message names the field.</exception>
    public static async Task<SqlDatabase> FindAsync(string name, RunScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Credentials.TryGetValue(name, out var credential) || !Types.Contains(credential.Type))
        {
            var known = scope.Credentials.Values.Where(c => Types.Contains(c.Type)).Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
            throw new ToolInputException(
                GuardrailReason.InvalidArguments,
                $"The environment has no database '{name}'.",
                known.Count > 0 ? $"Its databases are among {string.Join(", ", known)}." : "Add a credential of type basic-auth to the environment.");
        }

        try
        {
            return Read(name, await credential.OpenAsync(cancellationToken));
        }
        catch (InvalidOperationException e)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, e.Message);
        }
    }

    private static SqlDatabase Read(string name, IReadOnlyDictionary<string, string> fields)
    {
        var dialect = Dialect(name, fields);
        return new SqlDatabase
        {
            Name = name,
            Dialect = dialect,
            Host = Required(name, fields, "host"),
            Port = Port(name, fields) ?? (dialect == SqlDialect.PostgreSql ? 5432 : 3306),
            Catalog = Field(fields, "database") ?? Required(name, fields, "dbname"),
            User = Field(fields, "username") ?? Required(name, fields, "user"),
            Password = fields.GetValueOrDefault("password") ?? "",
            Tls = Tls(name, fields),
            CaCertificate = Field(fields, "ca.crt"),
        };
    }

    private static SqlDialect Dialect(string name, IReadOnlyDictionary<string, string> fields) =>
        Required(name, fields, "driver").ToLowerInvariant() switch
        {
            "postgres" or "postgresql" => SqlDialect.PostgreSql,
            "mysql" or "mariadb" => SqlDialect.MySql,
            _ => throw Problem(name, "has a 'driver' that is neither postgres nor mysql"),
        };

    private static SqlTls Tls(string name, IReadOnlyDictionary<string, string> fields) =>
        (Field(fields, "sslmode") ?? Field(fields, "tls") ?? "prefer").ToLowerInvariant() switch
        {
            "disable" or "false" => SqlTls.Disable,
            "prefer" => SqlTls.Prefer,
            "require" or "true" => SqlTls.Require,
            "verify-ca" => SqlTls.VerifyCa,
            "verify-full" => SqlTls.VerifyFull,
            _ => throw Problem(name, "has an 'sslmode' that is none of disable, prefer, require, verify-ca, verify-full"),
        };

    private static int? Port(string name, IReadOnlyDictionary<string, string> fields) =>
        Field(fields, "port") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw Problem(name, "has a 'port' that is no number from 1 to 65535");

    private static string Required(string name, IReadOnlyDictionary<string, string> fields, string field) =>
        Field(fields, field) ?? throw Problem(name, $"has no field '{field}'");

    private static string? Field(IReadOnlyDictionary<string, string> fields, string field) =>
        fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static ToolInputException Problem(string name, string problem) =>
        new(GuardrailReason.InvalidArguments, $"The credential '{name}' {problem}.", Fields);
}
