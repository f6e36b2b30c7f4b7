namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges <c>CREATE</c>, <c>ALTER</c>, <c>DROP</c> and <c>RENAME</c>: what takes data with it is a change of data, the rest can be made again.</summary>
internal static class MySqlDefinitions
{
    /// <summary>Judges a statement.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="verb">Its first word in lower case.</param>
    /// <param name="findings">Where the verdict goes.</param>
    public static void Judge(MySqlCursor s, string verb, MySqlFindings findings)
    {
        var at = 1;
        while (at < s.Count && !IsKind(s, at))
        {
            at++;
        }

        var holdsData = s.IsAny(at, "TABLE", "TABLES", "DATABASE", "SCHEMA", "TABLESPACE", "SEQUENCE", "LOGFILE", "UNDO");
        var data = verb switch
        {
            "drop" => holdsData || at >= s.Count,
            "create" => s.Is(1, "OR") && holdsData,
            "alter" => (holdsData && RemovesData(s, at)) || s.Is(at, "INSTANCE"),
            _ => false,
        };
        if (verb == "create" && s.IsAny(at, "INDEX", "SPATIAL") && !s.Is(1, "OR"))
        {
            findings.Add(verb, RiskTier.ServiceMutation, "is work for the server; nothing is lost", Target(s, at + 1));
            return;
        }

        var kind = at < s.Count ? s.Text(at).ToString().ToLowerInvariant() : "something";
        var (tier, effect) = data ? (RiskTier.DataMutation, $"removes or changes what a {kind} holds") : (RiskTier.DestructiveMutation, $"changes a {kind}");
        if (verb is "drop" or "rename")
        {
            findings.Add(new SqlFinding(verb, tier) { Effect = effect, Objects = MySqlObjects.From(s, Named(s, at + 1)) });
            return;
        }

        findings.Add(verb, tier, effect, Target(s, at + 1));
    }

    private static bool IsKind(MySqlCursor s, int at) => s.IsAny(
        at, "TABLE", "TABLES", "DATABASE", "SCHEMA", "VIEW", "INDEX", "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "USER", "ROLE", "SERVER", "TABLESPACE", "SEQUENCE", "LOGFILE",
        "UNDO", "INSTANCE", "RESOURCE", "PACKAGE", "SPATIAL", "PREPARE");

    // What a table has lost after the statement is not made again by another one.
    private static bool RemovesData(MySqlCursor s, int at)
    {
        for (; at < s.Count; at++)
        {
            if (s.IsAny(at, "TRUNCATE", "EXCHANGE", "DISCARD", "MODIFY", "CHANGE", "CONVERT", "COALESCE", "REORGANIZE", "REMOVE", "RESTART")
                || (s.Is(at, "DROP") && !s.IsAny(at + 1, "INDEX", "KEY", "PRIMARY", "FOREIGN", "CONSTRAINT", "CHECK", "DEFAULT")))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Target(MySqlCursor s, int at)
    {
        at = Named(s, at);
        return s.Qualified(ref at);
    }

    private static int Named(MySqlCursor s, int at)
    {
        while (s.IsAny(at, "IF", "NOT", "EXISTS"))
        {
            at++;
        }

        return at;
    }
}
