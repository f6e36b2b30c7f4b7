using System.Text.Json;
using Legator.Core.Resources.Environments;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Npgsql;

namespace Legator.Runner.Tests.Tools.Sql;

/// <summary>Credentials for databases, and calls that use them.</summary>
internal static class SqlSite
{
    public static Dictionary<string, string> Postgres(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return new() { ["driver"] = "postgres", ["host"] = parts.Host!, ["port"] = $"{parts.Port}", ["database"] = parts.Database!, ["username"] = parts.Username!, ["password"] = "none" };
    }

    public static Dictionary<string, string> MariaDb(string connection, string database)
    {
        var parts = new MySqlConnector.MySqlConnectionStringBuilder(connection);
        return new() { ["driver"] = "mariadb", ["host"] = parts.Server, ["port"] = $"{parts.Port}", ["database"] = database, ["username"] = parts.UserID };
    }

    public static Task<ToolResult> AskAsync(this ToolGate gate, Dictionary<string, string> fields, string query, params object?[] parameters) =>
        gate.RunAsync("sql.query", parameters.Length == 0 ? new { database = "shop", query } : new { database = "shop", query, parameters = JsonSerializer.SerializeToElement(parameters) }, Scope(fields));

    public static RunScope Scope(Dictionary<string, string> fields) =>
        Gates.Scope() with { Credentials = new Dictionary<string, ICredentialHandle> { ["shop"] = new SecretCredential("shop", CredentialType.BasicAuth, fields) } };
}
