namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges <c>EXPLAIN</c> and <c>DESCRIBE</c>, and the <c>ANALYZE</c> that runs what it explains.</summary>
internal static class MySqlExplain
{
    /// <summary>Judges <c>EXPLAIN</c>, <c>DESCRIBE</c>, <c>DESC</c>.</summary>
    public static void Judge(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var runs = s.Is(1, "ANALYZE");
        var at = Options(s, runs ? 2 : 1);
        if (s.Is(at, "FOR") && s.Is(at + 1, "CONNECTION") && s[at + 2].Kind == MySqlTokenKind.Number && s.Count == at + 3)
        {
            findings.Add("explain", RiskTier.Read);
            return;
        }

        // FOR SCHEMA name: explains the statement as if that schema were in use.
        at += s.Is(at, "FOR") && s.IsAny(at + 1, "SCHEMA", "DATABASE") && s.IsName(at + 2) ? 3 : 0;
        var rest = s.From(at);
        if (IsQuery(rest))
        {
            MySqlStatement.Query(rest, "explain", inServerSchema, findings);
        }
        else if (rest.IsAny(0, "UPDATE", "DELETE", "INSERT", "REPLACE", "MERGE"))
        {
            // Servers refuse even the plain EXPLAIN of a change in a transaction that only reads.
            findings.Add("explain", runs ? RiskTier.DataMutation : RiskTier.ServiceMutation, runs ? "runs the change that it explains" : "explains a change");
        }
        else
        {
            Describe(rest, findings);
        }
    }

    /// <summary>Judges <c>ANALYZE</c>: of tables, or of a statement that it then runs (MariaDB).</summary>
    public static void Analyze(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var at = Options(s, 1);
        var rest = s.From(at);
        if (IsQuery(rest) && !rest.Is(0, "TABLE"))
        {
            MySqlStatement.Query(rest, "analyze", inServerSchema, findings);
            return;
        }

        var table = s.Is(1, "TABLE") || s.Is(2, "TABLE");
        findings.Add(table
            ? new SqlFinding("analyze", RiskTier.ServiceMutation) { Effect = "writes the statistics of tables", Objects = MySqlObjects.From(s, s.Is(1, "TABLE") ? 2 : 3) }
            : new SqlFinding("analyze", RiskTier.DataMutation) { Effect = "runs the change that it explains" });
    }

    private static bool IsQuery(MySqlCursor s)
    {
        var first = 0;
        while (s.Is(first, '('))
        {
            first++;
        }

        return s.IsAny(first, "SELECT", "WITH", "VALUES", "TABLE");
    }

    // EXTENDED, PARTITIONS, FORMAT = JSON
    private static int Options(MySqlCursor s, int at)
    {
        while (true)
        {
            if (s.Is(at, "FORMAT") && s.Is(at + 1, '=') && (s.IsName(at + 2) || s[at + 2].Kind == MySqlTokenKind.Text))
            {
                at += 3;
            }
            else if (s.IsAny(at, "EXTENDED", "PARTITIONS") && at + 1 < s.Count)
            {
                at++;
            }
            else
            {
                return at;
            }
        }
    }

    // DESCRIBE table [column | 'pattern']
    private static void Describe(MySqlCursor s, MySqlFindings findings)
    {
        var at = 0;
        var table = s.Qualified(ref at);
        if (table is null || s.Count > at + 1 || (s.Count == at + 1 && !s.IsName(at) && s[at].Kind != MySqlTokenKind.Text))
        {
            findings.Add("explain", RiskTier.DestructiveMutation, "explains something that is not known");
            return;
        }

        findings.Add("describe", RiskTier.Read, null, table);
    }
}
