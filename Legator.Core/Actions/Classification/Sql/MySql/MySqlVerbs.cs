namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>The statements whose first words decide everything.</summary>
internal static class MySqlVerbs
{
    /// <summary>Judges a statement.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="verb">Its first word in lower case.</param>
    /// <param name="findings">Where the verdict goes.</param>
    public static void Judge(MySqlCursor s, string verb, MySqlFindings findings)
    {
        var (tier, effect) = Verdict(s, verb);
        findings.Add(new SqlFinding(verb, tier) { Effect = effect, Objects = Tables(s, verb) });
    }

    // LOCK TABLES a READ, b WRITE; OPTIMIZE NO_WRITE_TO_BINLOG TABLE a, b
    private static IReadOnlyList<string> Tables(MySqlCursor s, string verb)
    {
        var at = 1;
        while (at < 3 && !s.IsAny(at, "TABLE", "TABLES"))
        {
            at++;
        }

        return verb is "optimize" or "check" or "repair" or "lock" or "flush" && s.IsAny(at, "TABLE", "TABLES") && !s.Is(at + 1, "WITH") ? MySqlObjects.From(s, at + 1) : [];
    }

    private static (RiskTier Tier, string Effect) Verdict(MySqlCursor s, string verb) => verb switch
    {
        "commit" or "rollback" or "savepoint" or "release" or "begin" or "xa" or "start" or "stop" => Control(s, verb),
        "flush" => (RiskTier.ServiceMutation, "empties caches, closes tables or logs"),
        "kill" => (RiskTier.ServiceMutation, "ends a connection or its statement"),
        "lock" or "unlock" or "backup" => (RiskTier.ServiceMutation, "locks or unlocks tables"),
        "optimize" or "check" or "cache" => (RiskTier.ServiceMutation, "maintains tables"),
        "repair" => (RiskTier.DestructiveMutation, "repairs tables, and may drop rows of them"),
        "shutdown" or "restart" => (RiskTier.ServiceMutation, "ends the server"),
        "deallocate" => (RiskTier.ServiceMutation, "forgets a prepared statement"),
        "signal" or "resignal" or "get" => (RiskTier.ServiceMutation, "is part of a stored program"),
        "reset" => Reset(s),
        "purge" => (RiskTier.DataMutation, "removes binary logs, without which no point in time can be restored"),
        "change" => (RiskTier.DestructiveMutation, "points replication somewhere else"),
        "grant" or "revoke" => (RiskTier.DestructiveMutation, "changes who may do what"),
        "install" or "uninstall" => (RiskTier.DestructiveMutation, "loads or unloads code of the server"),
        "clone" => (RiskTier.DataMutation, "copies a server over another"),
        "binlog" => (RiskTier.DataMutation, "replays changes of rows"),
        "call" => (RiskTier.DestructiveMutation, "calls a stored procedure, which may do anything"),
        "merge" => (RiskTier.DataMutation, "changes rows"),
        "delimiter" => (RiskTier.DestructiveMutation, "is a command of a client, and hides where statements end"),
        _ => (RiskTier.DestructiveMutation, "is no statement that is known"),
    };

    private static (RiskTier, string) Control(MySqlCursor s, string verb) => verb switch
    {
        "xa" => (RiskTier.DestructiveMutation, "takes part in a distributed transaction"),
        "start" or "stop" when s.Count > 1 && !s.Is(1, "TRANSACTION") => (RiskTier.ServiceMutation, "starts or stops replication"),
        _ => (RiskTier.ServiceMutation, "begins or ends a transaction"),
    };

    private static (RiskTier, string) Reset(MySqlCursor s) =>
        s.Is(1, "QUERY") ? (RiskTier.ServiceMutation, "empties the query cache")
        : s.IsAny(1, "MASTER", "BINARY") ? (RiskTier.DataMutation, "removes all binary logs")
        : (RiskTier.DestructiveMutation, "forgets settings, or where replication is");
}
