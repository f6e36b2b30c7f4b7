using System.Text.Json;

namespace Legator.Core.Actions.Classification.Sql;

/// <summary>Classifies <c>sql.query {database, dialect?, query, parameters?}</c>: reads the text as the server would, and finds every statement, data-modifying part and function of it that could change something.</summary>
public sealed class SqlClassifier : ICallClassifier
{
    // As the tool spells them: it would not find another spelling.
    private static readonly string[] Known = ["database", "dialect", "query", "parameters"];

    // The longest text that is read at all; people write nothing near it.
    private const int MaximumLength = 256 * 1024;

    /// <inheritdoc />
    public string Domain => "sql";

    /// <inheritdoc />
    public bool Handles(string tool) => tool.Equals("sql.query", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        if (ArgumentReader.Read(arguments, out var members) is { } problem)
        {
            return CallClassification.Invalid(problem, "Write {\"database\": \"…\", \"query\": \"…\"}.");
        }

        if (members.Keys.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            return CallClassification.Invalid($"sql.query has no argument '{unknown}'.", "Write one statement into 'query'.");
        }

        if (Text(arguments, "database") is not { Length: > 0 } database)
        {
            return CallClassification.Invalid("sql.query needs the name of a database.", "Name a database of the environment in 'database'.");
        }

        if (Text(arguments, "query") is not { Length: > 0 } query)
        {
            return CallClassification.Invalid("sql.query needs a statement.", "Write one statement into 'query'.");
        }

        return query.Length > MaximumLength
            ? CallClassification.Unreadable("The statement is too long to be judged.", "Ask for less at once.")
            : Classify(database, context.Databases.TryGetValue(database, out var known) ? known : Dialect(arguments), query);
    }

    /// <summary>Classifies a text of one or more statements.</summary>
    /// <param name="database">Its name in the environment: what targets begin with.</param>
    /// <param name="dialect">Whose SQL it is; of <see cref="SqlDialect.Unknown"/> the worse of all dialects counts.</param>
    /// <param name="query">The text.</param>
    public static CallClassification Classify(string database, SqlDialect dialect, string query) => dialect switch
    {
        SqlDialect.PostgreSql => Of(database, Postgres.PostgresReader.Read(query)),
        SqlDialect.MySql => Of(database, MySql.MySqlReader.Read(query, database)),
        _ => Worse(Classify(database, SqlDialect.PostgreSql, query), Classify(database, SqlDialect.MySql, query)),
    };

    private static CallClassification Of(string database, SqlReading reading)
    {
        if (reading.Problem is not null)
        {
            return CallClassification.Unreadable(reading.Problem, "Write one plain statement.");
        }

        var actions = new List<ProposedAction>(reading.Findings.Count);
        foreach (var finding in reading.Findings)
        {
            SqlTargets.AddActions(database, finding, actions);
        }

        return actions.Count == 0 ? CallClassification.Unreadable("The text holds no statement.", "Write one plain statement.") : CallClassification.Of(actions);
    }

    // Where the dialect is not known, both servers' reading of the text must be harmless.
    private static CallClassification Worse(CallClassification one, CallClassification other) =>
        one.Problem is not null ? one
        : other.Problem is not null ? other
        : CallClassification.Of([.. one.Actions, .. other.Actions]);

    private static SqlDialect Dialect(JsonElement arguments) => Text(arguments, "dialect")?.ToLowerInvariant() switch
    {
        "postgres" or "postgresql" or "pg" or "pgsql" => SqlDialect.PostgreSql,
        "mysql" or "mariadb" => SqlDialect.MySql,
        _ => SqlDialect.Unknown,
    };

    private static string? Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
