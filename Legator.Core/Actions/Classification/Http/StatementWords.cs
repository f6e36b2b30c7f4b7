namespace Legator.Core.Actions.Classification.Http;

/// <summary>Statements of databases that are asked over HTTP, as far as two words tell: <c>DROP TABLE</c>, <c>DELETE FROM</c>. A search for one such word is no statement.</summary>
internal static class StatementWords
{
    private static readonly (string Verb, string[] Next)[] Writing =
    [
        ("drop", ["table", "database", "schema", "index", "view", "measurement", "series", "user", "role", "shard", "retention", "continuous", "keyspace", "collection", "column", "materialized", "dictionary", "if", "sequence", "function", "bucket", "stream", "connector", "partition"]),
        ("delete", ["from", "where"]),
        ("insert", ["into", "overwrite"]),
        ("upsert", ["into"]),
        ("replace", ["into"]),
        ("merge", ["into"]),
        ("truncate", ["table"]),
        ("alter", ["table", "database", "user", "role", "schema", "system", "index", "retention", "keyspace", "view", "column"]),
        ("create", ["table", "temporary", "dictionary", "named", "quota", "settings", "row", "database", "index", "user", "role", "schema", "view", "retention", "continuous", "keyspace", "or", "unique", "function", "materialized", "subscription", "stream", "primary"]),
        ("detach", ["delete", "table", "database"]),
        ("grant", ["all", "select", "insert", "read", "write"]),
        ("revoke", ["all", "select", "insert", "read", "write"]),
        ("kill", ["query", "mutation"]),
        ("rename", ["table", "tables", "database", "dictionary", "column", "user"]),
        ("exchange", ["tables", "dictionaries"]),
        ("attach", ["table", "database", "dictionary", "view", "materialized", "if", "partition", "part"]),
        ("backup", ["table", "database", "all", "temporary", "dictionary", "view"]),
        ("restore", ["table", "database", "all", "temporary", "dictionary", "view"]),
        ("undrop", ["table"]),
        ("move", ["partition", "part"]),
        ("optimize", ["table"]),
        ("system", ["shutdown", "kill", "drop", "stop", "start", "flush", "reload", "restart", "restore", "sync", "unfreeze", "wait", "load", "unload", "refresh", "suspend"]),
        ("into", ["outfile", "dumpfile"]),
        ("set", ["password"]),
        ("load", ["data", "csv"]),
    ];

    private static readonly string[] Firsts =
    [
        "select", "with", "explain", "drop", "delete", "insert", "upsert", "replace", "merge", "truncate", "alter", "create", "detach", "grant", "revoke", "kill", "optimize", "system", "set", "load", "update", "match",
        "call", "begin", "copy", "values", "show", "describe", "use", "from", "unwind", "exec", "execute", "declare", "do", "start", "rename", "exchange", "attach", "backup", "restore", "undrop", "move",
    ];

    /// <summary>True when the text begins as statements do.</summary>
    public static bool Begins(string text)
    {
        var rest = text.AsSpan().TrimStart(" \t\r\n(;");
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        foreach (var first in Firsts)
        {
            if (rest[..end].Equals(first, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return rest.StartsWith("/*") || rest.StartsWith("--");
    }

    /// <summary>True when a statement begins otherwise than questions do.</summary>
    public static bool Changes(string text)
    {
        var rest = text.AsSpan().TrimStart(" \t\r\n(;");
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        Span<char> word = stackalloc char[12];
        if (end is 0 or > 12)
        {
            return false;
        }

        rest[..end].ToLowerInvariant(word);
        return word[..end] is not ("select" or "with" or "show" or "explain" or "describe" or "desc" or "values" or "match" or "return" or "from" or "pragma" or "use" or "table" or "list" or "true" or "false") && Begins(text);
    }

    /// <summary>True when the text holds a statement that writes, anywhere in it.</summary>
    public static bool Writes(string text)
    {
        string? before = null;
        string? earlier = null;
        var update = false;
        var select = false;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsAsciiLetter(text[i]) || text[i] == '_'))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start < 0)
            {
                continue;
            }

            var word = text[start..i].ToLowerInvariant();
            if ((update && word == "set") || (select && word == "into") || (before is not null && !(earlier == "show" && before == "create") && Follows(before, word)))
            {
                return true;
            }

            update |= word == "update";
            select |= word == "select";
            (earlier, before, start) = (before, word, -1);
        }

        return false;
    }

    private static bool Follows(string verb, string next)
    {
        foreach (var (writing, nexts) in Writing)
        {
            if (writing == verb && nexts.Contains(next))
            {
                return true;
            }
        }

        return false;
    }
}
