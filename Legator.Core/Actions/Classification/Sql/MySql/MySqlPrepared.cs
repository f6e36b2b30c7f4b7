namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges statements that run a text, or prepare one to run.</summary>
internal static class MySqlPrepared
{
    /// <summary>Judges <c>PREPARE</c>, <c>EXECUTE</c> and <c>EXECUTE IMMEDIATE</c>. Only a plain literal can be looked into, and even then the statement is not a read.</summary>
    public static void Judge(MySqlCursor s, string verb, bool inServerSchema, MySqlFindings findings)
    {
        var at = s.Is(1, "IMMEDIATE") ? 2 : verb == "prepare" && s.Is(2, "FROM") ? 3 : -1;
        if (at > 0 && s[at].Kind is MySqlTokenKind.Text or MySqlTokenKind.DoubleQuoted && s.Count == at + 1 && !s.Text(at).ContainsAny("\\'\""))
        {
            var text = s.Text(at);
            var inner = new MySqlTokenList(16);
            MySqlLexer.Fill(text, MySqlMode.Default, inner);
            if (inner.Problem is null && !IsPrepared(new MySqlCursor(text, inner.Tokens)))
            {
                MySqlStatement.Judge(new MySqlCursor(text, inner.Tokens), inServerSchema, findings);
                findings.Add(verb, RiskTier.ServiceMutation, "runs a text");
                return;
            }
        }

        findings.Add(verb, RiskTier.DestructiveMutation, "runs a text that is not known");
    }

    private static bool IsPrepared(MySqlCursor s) => s.IsAny(0, "PREPARE", "EXECUTE", "EXPLAIN", "ANALYZE", "SET", "DESC", "DESCRIBE");
}
