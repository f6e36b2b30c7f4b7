namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges one statement by its first words. A statement that is not listed is not a read.</summary>
internal static class MySqlStatement
{
    /// <summary>Judges a statement; an empty one does nothing.</summary>
    /// <param name="s">Its tokens, without the semicolon.</param>
    /// <param name="inServerSchema">Bare names are of the schema <c>mysql</c>.</param>
    /// <param name="findings">Where the verdict goes.</param>
    public static void Judge(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        if (s.Count == 0)
        {
            return;
        }

        var first = 0;
        while (s.Is(first, '('))
        {
            first++;
        }

        if (s.IsAny(first, "SELECT", "WITH", "VALUES", "TABLE"))
        {
            Query(s, "select", inServerSchema, findings);
            return;
        }

        if (first > 0 || s[0].Kind != MySqlTokenKind.Word)
        {
            findings.Add("unknown", RiskTier.DestructiveMutation, "is no statement that is known");
            return;
        }

        Other(s, inServerSchema, findings);
    }

    /// <summary>Judges a query, or anything else of which only the words and calls matter.</summary>
    public static void Query(MySqlCursor s, string verb, bool inServerSchema, MySqlFindings findings)
    {
        var tables = new List<string>();
        MySqlQuery.Walk(s, findings, tables);
        MySqlSecrets.Judge(s, inServerSchema, findings);
        if (MySqlShape.IsBroken(s))
        {
            findings.AddBroken(verb);
        }

        findings.Add(new SqlFinding(verb, RiskTier.Read) { Objects = tables });
    }

    private static void Other(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var verb = s[0].Length > 20 ? "unknown" : s.Text(0).ToString().ToLowerInvariant();
        switch (verb)
        {
            case "show": MySqlShow.Judge(s, findings); break;
            case "explain" or "describe" or "desc": MySqlExplain.Judge(s, inServerSchema, findings); break;
            case "analyze": MySqlExplain.Analyze(s, inServerSchema, findings); break;
            case "set": MySqlSet.Judge(s, inServerSchema, findings); break;
            case "do": Query(s.From(1), verb, inServerSchema, findings); break;
            case "use" when s.Count == 2 && s.IsName(1): findings.Add(verb, RiskTier.Read, null, s.Text(1).ToString().ToLowerInvariant()); break;
            case "help" when s.Count == 2: findings.Add(verb, RiskTier.Read); break;
            case "checksum" when s.IsAny(1, "TABLE", "TABLES"): Query(s.From(1), verb, inServerSchema, findings); break;
            case "xa" when s.Is(1, "RECOVER"): findings.Add(verb, RiskTier.Read); break;
            case "handler": Handler(s, inServerSchema, findings); break;
            case "create" or "alter" or "drop" or "rename": MySqlDefinitions.Judge(s, verb, findings); break;
            case "insert" or "replace" or "update" or "delete" or "truncate" or "load" or "import": MySqlRows.Judge(s, verb, findings); break;
            case "execute" or "prepare": MySqlPrepared.Judge(s, verb, inServerSchema, findings); break;
            case "if" or "case" or "loop" or "while" or "repeat" or "for" or "declare":
            case "begin" when s.Count > 1 && !s.Is(1, "WORK"):
                findings.Add(verb, RiskTier.DataMutation, "is a block of statements");
                break;
            default: MySqlVerbs.Judge(s, verb, findings); break;
        }
    }

    private static void Handler(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var at = 1;
        MySqlSecrets.Judge(s, inServerSchema, findings);
        findings.Add("handler", RiskTier.ServiceMutation, "keeps a table open below the level of transactions", s.Qualified(ref at));
    }
}
