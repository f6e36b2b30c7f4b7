using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Finds the names of what a statement is done to.</summary>
internal static class PostgresObjects
{
    private const int Most = 100;

    // Words that stand between the verb and the first name.
    private static readonly FrozenSet<string> Before = FrozenSet.ToFrozenSet(
    [
        "access", "aggregate", "analyze", "cascade", "collation", "concurrently", "column", "constraint", "conversion", "database", "data", "domain", "event", "exists", "extension",
        "foreign", "freeze", "full", "function", "global", "group", "if", "index", "language", "local", "mapping", "materialized", "method", "not", "on", "only", "operator", "or",
        "policy", "procedural", "procedure", "publication", "recursive", "replace", "role", "routine", "rule", "schema", "search", "sequence", "server", "statistics", "subscription", "system",
        "table", "tablespace", "temp", "temporary", "text", "transform", "trigger", "trusted", "type", "unique", "unlogged", "user", "verbose", "view", "wrapper", "large", "object",
    ],
    StringComparer.Ordinal);

    /// <summary>The names behind the verb; none for statements that name nothing that way.</summary>
    public static IReadOnlyList<string> Of(PostgresText text, int at, int end, string verb)
    {
        if (verb is not ("alter" or "analyze" or "call" or "cluster" or "comment" or "create" or "drop" or "execute" or "lock" or "refresh" or "reindex" or "truncate" or "vacuum"))
        {
            return [];
        }

        var first = at + 1;
        first = text[first].Is('(') ? text.Closing(first) + 1 : first;
        while (first < end && text[first].Kind == PostgresTokenKind.Word && Before.Contains(text.Name(first)) && first + 1 < end)
        {
            first++;
        }

        var names = new List<string>(1);
        while (first < end && text[first].IsName && names.Count < Most)
        {
            var behind = text.EndOfName(first);
            names.Add(text.QualifiedName(first, behind));
            first = text[behind].Is(',') ? behind + 1 : end;
        }

        return names;
    }
}
