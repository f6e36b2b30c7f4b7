using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Statements of databases that stand in a query and are told by more than two words: updates of triples, changes of graphs, functions that act.</summary>
internal static class QueryStatements
{
    private static readonly FrozenSet<string> Endpoints = FrozenSet.ToFrozenSet(["sql", "exec", "exp", "query", "statement", "statements", "cypher", "sparql", "sparql-auth", "tx", "commit", "data", "db", "_sql", "ksql"]);

    // There a word is a statement, and no search for it.
    private static readonly FrozenSet<string> Consoles = FrozenSet.ToFrozenSet(["sql", "exec", "exp", "statement", "statements", "_sql", "ksql"]);

    // Statements of one dialect or another that keep house, and begin no question in any.
    private static readonly FrozenSet<string> Housekeeping = FrozenSet.ToFrozenSet(
        ("vacuum reindex refresh checkpoint lock unlock notify comment reset terminate cluster flush shutdown repair purge msck unload reassign discard prepare deallocate analyze pause resume rebuild undrop install uninstall handler binlog security reload clear").Split(' '));

    private static readonly FrozenSet<string> GraphFirsts = FrozenSet.ToFrozenSet(["match", "optional", "merge", "create", "unwind", "foreach", "call", "with", "detach", "delete", "set", "remove"]);

    private static readonly FrozenSet<string> GraphChanges = FrozenSet.ToFrozenSet(["create", "merge", "set", "delete", "remove", "detach", "foreach", "drop", "load"]);

    private static readonly FrozenSet<string> Acting = FrozenSet.ToFrozenSet(
        ("pg_terminate_backend pg_cancel_backend pg_reload_conf pg_rotate_logfile pg_promote pg_switch_wal pg_wal_replay_pause pg_wal_replay_resume pg_create_restore_point pg_read_file pg_read_binary_file pg_ls_dir pg_sleep pg_notify pg_stat_reset pg_stat_reset_shared "
        + "pg_stat_statements_reset pg_backup_start pg_start_backup pg_logical_emit_message pg_drop_replication_slot pg_create_logical_replication_slot pg_create_physical_replication_slot pg_replication_slot_advance pg_advisory_lock pg_advisory_unlock_all lo_import lo_export "
        + "lo_unlink lo_create lo_put lo_from_bytea dblink dblink_exec dblink_connect set_config setval nextval query_to_xml database_to_xml load_extension load_file writefile sys_exec sys_eval sleep benchmark get_lock release_lock xp_cmdshell openrowset opendatasource "
        + "url remote remotesecure executable hdfs jdbc odbc utl_http dbms_lock").Split(' '));

    /// <summary>What the statement would change; null when nothing says so.</summary>
    public static string? Why(string key, string value, string path)
    {
        if (value.Length < 5)
        {
            return null;
        }

        var named = key.Contains("sql", StringComparison.OrdinalIgnoreCase) || key.ToLowerInvariant() is "statement" or "stmt" or "cypher" or "cql" or "sparql";
        var trimmed = path.AsSpan().TrimEnd('/');
        var last = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        var triples = last.StartsWith("sparql") || path.Contains("/repositories/", StringComparison.Ordinal);
        var asked = named || triples || Endpoints.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last);
        if (((asked && (triples || !key.Equals("q", StringComparison.OrdinalIgnoreCase))) || value.AsSpan().ContainsAny('<', '{')) && TripleText.IsUpdate(value))
        {
            return "the query holds an update of triples";
        }

        if ((asked || !key.Equals("q", StringComparison.OrdinalIgnoreCase)) && ChangesGraph(value, asked))
        {
            return "the query holds a statement that changes a graph";
        }

        return !asked ? null
            : (named || Consoles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last)) && KeepsHouse(value, named) ? "the query holds a statement that is no question"
            : StatementWords.Begins(value) && Acts(value) is { } function ? $"the query calls {function}"
            : null;
    }

    // MATCH (n) DELETE n, CREATE (n:User)
    private static bool ChangesGraph(string value, bool asked)
    {
        var first = Word(value.AsSpan().TrimStart(), out var behind);
        if (!GraphFirsts.Contains(first) || (behind.TrimStart() is not ['(', ..] && !(asked && first is "optional" or "unwind" or "call" or "with" or "foreach" or "match" or "detach")))
        {
            return false;
        }

        return GraphChanges.Contains(first) || CallsProcedure(value) || Array.Exists(value.ToLowerInvariant().Split([' ', '\t', '\r', '\n', '(', ')', ',', ';', '}', ']'], StringSplitOptions.RemoveEmptyEntries), GraphChanges.Contains) && value.Contains('(', StringComparison.Ordinal);
    }

    // CALL apoc.create.node(…): of the procedures with dots only those that list are questions.
    private static bool CallsProcedure(string value)
    {
        for (var at = value.IndexOf("call ", StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf("call ", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var name = value.AsSpan(at + 5).TrimStart();
            var end = name.IndexOf('(');
            name = end < 0 ? name : name[..end];
            if (name.Contains('.') && !name.ContainsAny(' ', '{') && !Array.Exists(Listing, (name[..Math.Min(name.Length, 80)].ToString().ToLowerInvariant()).StartsWith))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Listing =
    [
        "db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.", "db.indexes", "db.indexdetails", "db.constraints", "db.index.fulltext.query", "db.info", "db.stats.retrieve", "dbms.components", "dbms.list", "dbms.queryjmx", "dbms.functions", "dbms.procedures",
        "dbms.showcurrentuser", "apoc.meta.", "apoc.help", "apoc.version", "gds.list", "gds.graph.list", "gds.version",
    ];

    // A search for one word is no statement.
    private static bool KeepsHouse(string value, bool named)
    {
        var first = Word(value.AsSpan().TrimStart(" \t\r\n(;"), out var behind);
        var next = behind.TrimStart();
        return Housekeeping.Contains(first) && (next.IsEmpty ? named : behind[0] is ' ' or '\t' or '\n' && char.IsAsciiLetter(next[0]));
    }

    private static string? Acts(string value)
    {
        for (var open = value.IndexOf('(', StringComparison.Ordinal); open >= 0; open = value.IndexOf('(', open + 1))
        {
            var end = open;
            while (end > 0 && value[end - 1] is ' ' or '\t' or '\n')
            {
                end--;
            }

            var start = end;
            while (start > 0 && (char.IsAsciiLetterOrDigit(value[start - 1]) || value[start - 1] is '_'))
            {
                start--;
            }

            if (end > start && end - start < 64 && value[start..end].ToLowerInvariant() is var name && (Acting.Contains(name) || name.StartsWith("xp_", StringComparison.Ordinal) || name.StartsWith("sp_", StringComparison.Ordinal)))
            {
                return name;
            }
        }

        return null;
    }

    private static string Word(ReadOnlySpan<char> text, out ReadOnlySpan<char> behind)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        behind = text[end..];
        return end is > 0 and < 16 ? text[..end].ToString().ToLowerInvariant() : "";
    }
}
