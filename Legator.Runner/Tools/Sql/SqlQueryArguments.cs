using System.ComponentModel;
using System.Text.Json;

namespace Legator.Runner.Tools.Sql;

internal sealed record SqlQueryArguments
{
    [Description("The database: the name of its credential in the environment.")]
    public required string Database { get; init; }

    [Description("SQL in the database's own dialect. It is run in a transaction that can only read.")]
    public required string Query { get; init; }

    [Description("Values of the parameters in their order (strings, numbers, booleans, null): $1, $2… for PostgreSQL, ? for MySQL and MariaDB.")]
    public IReadOnlyList<JsonElement>? Parameters { get; init; }
}
