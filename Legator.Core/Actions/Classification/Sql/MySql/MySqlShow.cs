using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges <c>SHOW</c>.</summary>
internal static class MySqlShow
{
    // What may follow SHOW and its modifiers, one subject a line; the rest of the statement is walked over like any expression.
    private static readonly FrozenSet<string> Subjects = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AUTHORS", "BINARY", "BINLOG", "CHARSET", "CHARACTER", "CLIENT_STATISTICS", "COLLATION", "COLUMNS", "CONTRIBUTORS", "COUNT", "DATABASES", "ENGINE", "ENGINES", "ERRORS",
        "EVENTS", "FIELDS", "FUNCTION", "INDEX", "INDEXES", "INDEX_STATISTICS", "KEYS", "LOCALES", "MASTER", "OPEN", "PACKAGE", "PLUGINS", "PRIVILEGES", "PROCEDURE", "PROCESSLIST",
        "PROFILE", "PROFILES", "QUERY_RESPONSE_TIME", "RELAYLOG", "REPLICA", "REPLICAS", "SCHEMAS", "SLAVE", "SLAVES", "STATUS", "STORAGE", "TABLE", "TABLES", "TABLE_STATISTICS",
        "TRIGGERS", "USER_STATISTICS", "USER_VARIABLES", "VARIABLES", "WARNINGS", "WSREP_MEMBERSHIP", "WSREP_STATUS");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Subjects.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Judges a statement.</summary>
    public static void Judge(MySqlCursor s, MySqlFindings findings)
    {
        var at = 1;
        while (s.IsAny(at, "FULL", "GLOBAL", "SESSION", "LOCAL", "EXTENDED", "ALL"))
        {
            at++;
        }

        if (s.Is(at, "GRANTS"))
        {
            // The answer may hold hashes, so a sheet has to name it.
            findings.Add(new SqlFinding("show", RiskTier.Read) { Objects = ["grants"], Guarded = true });
        }
        else if (s.Is(at, "CREATE"))
        {
            Create(s, at + 1, findings);
        }
        else if (s.IsAny(at, "EXPLAIN", "ANALYZE"))
        {
            Explain(s, at, findings);
        }
        else if (s[at].Kind == MySqlTokenKind.Word && Lookup.Contains(s.Text(at)))
        {
            Rest(s, at, findings);
        }
        else
        {
            findings.Add("show", RiskTier.DestructiveMutation, "shows something that is not known");
        }
    }

    private static void Create(MySqlCursor s, int at, MySqlFindings findings)
    {
        if (s.IsAny(at, "USER", "SERVER"))
        {
            findings.Block("show", RiskTier.DestructiveMutation, "It shows a password hash or a password.");
            return;
        }

        if (!s.IsAny(at, "TABLE", "DATABASE", "SCHEMA", "VIEW", "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "SEQUENCE", "PACKAGE", "LIBRARY"))
        {
            findings.Add("show", RiskTier.DestructiveMutation, "shows something that is not known");
            return;
        }

        at++;
        while (s.IsAny(at, "BODY", "IF", "NOT", "EXISTS"))
        {
            at++;
        }

        var name = s.Qualified(ref at);
        var read = name is not null && at == s.Count;
        findings.Add("show", read ? RiskTier.Read : RiskTier.DestructiveMutation, read ? null : "shows something that is not known", name);
    }

    // SHOW EXPLAIN [FORMAT=JSON] FOR 5
    private static void Explain(MySqlCursor s, int at, MySqlFindings findings)
    {
        at += s.Is(at + 1, "FORMAT") && s.Is(at + 2, '=') ? 4 : 1;
        var read = s.Is(at, "FOR") && s.Count == at + 2;
        findings.Add("show", read ? RiskTier.Read : RiskTier.DestructiveMutation, read ? null : "shows something that is not known");
    }

    private static void Rest(MySqlCursor s, int at, MySqlFindings findings)
    {
        for (var i = at; i < s.Count; i++)
        {
            // The words of a condition are judged; before it there are names and numbers only.
            if (s.Is(i, "WHERE") || s.Is(i, "LIKE"))
            {
                MySqlQuery.Walk(s.From(i), findings, []);
                if (MySqlShape.IsBroken(s.From(i)))
                {
                    findings.AddBroken("show");
                }

                break;
            }

            if (!IsPlain(s, i))
            {
                findings.Add("show", RiskTier.DestructiveMutation, "shows something that is not known");
                break;
            }
        }

        findings.Add("show", RiskTier.Read);
    }

    private static bool IsPlain(MySqlCursor s, int i) =>
        s[i].Symbol is '\0' or '.' or ',' or '-'
        || (s.Is(1, "COUNT") && s[i].Symbol is '(' or ')' or '*')
        || (s[i].Symbol is '@' && s.Is(i + 1, '@'));
}
