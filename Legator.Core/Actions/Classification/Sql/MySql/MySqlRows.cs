namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges the statements that change rows.</summary>
internal static class MySqlRows
{
    /// <summary>Judges a statement.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="verb">Its first word in lower case.</param>
    /// <param name="findings">Where the verdict goes.</param>
    public static void Judge(MySqlCursor s, string verb, MySqlFindings findings)
    {
        if (verb == "load" && s.Is(1, "INDEX"))
        {
            findings.Add(verb, RiskTier.ServiceMutation, "loads an index into memory");
            return;
        }

        var at = 1;
        while (at < s.Count && !Ends(s, at, verb))
        {
            at++;
        }

        at = at < s.Count ? at + 1 : 1;
        while (s.IsAny(at, "LOW_PRIORITY", "DELAYED", "QUICK", "IGNORE", "HIGH_PRIORITY", "TABLE"))
        {
            at++;
        }

        var target = verb == "load" && !s.Is(at - 1, "TABLE") ? null : s.Qualified(ref at);
        if (s.IsAny(1, "DATA", "XML") && !s.Is(s.IsAny(2, "LOW_PRIORITY", "CONCURRENT") ? 3 : 2, "LOCAL"))
        {
            findings.Block(verb, RiskTier.DataMutation, "It reads a file of the database server into a table.", target);
            return;
        }

        findings.Add(verb, RiskTier.DataMutation, verb == "truncate" ? "removes all rows" : "changes rows", target);
    }

    // The word before the table.
    private static bool Ends(MySqlCursor s, int at, string verb) => verb switch
    {
        "insert" or "replace" => s.Is(at, "INTO"),
        "delete" => s.Is(at, "FROM"),
        "load" or "truncate" or "import" => s.Is(at, "TABLE"),
        _ => false,
    };
}
