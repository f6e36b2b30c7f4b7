namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges the words in a query that may make it more than a read.</summary>
internal static class MySqlClauses
{
    /// <summary>Judges a word whose meaning depends on its neighbours.</summary>
    public static void Judge(MySqlCursor s, int i, MySqlFrameKind frame, MySqlFindings findings)
    {
        if (s.Is(i, "INTO"))
        {
            Into(s, i, findings);
        }
        else if (s.Is(i, "FOR"))
        {
            For(s, i, frame, findings);
        }
        else if (s.Is(i, "LOCK"))
        {
            findings.Add("select", RiskTier.ServiceMutation, "locks the rows that it reads");
        }
        else if (s.IsAny(i, "NEXTVAL", "SETVAL", "CURRVAL"))
        {
            if (s.Is(i + 1, '('))
            {
                MySqlCalls.Judge(s.Text(i).ToString().ToLowerInvariant(), findings);
            }
        }
        else if (s.Is(i, "SET") ? !s.IsAny(i - 1, "CHARACTER", "CHAR") : s.Is(i, "USE") ? !s.IsAny(i + 1, "INDEX", "KEY") : !s.IsAny(i + 1, "FIRST", "NEXT"))
        {
            Foreign(s, i, findings);
        }
    }

    /// <summary>Judges a word that no query has.</summary>
    public static void Foreign(MySqlCursor s, int i, MySqlFindings findings)
    {
        if (s.Is(i - 1, "FOR") && s.Is(i, "UPDATE"))
        {
            return;
        }

        var word = s.Text(i).ToString().ToLowerInvariant();
        var data = word is "delete" or "update" or "insert" or "replace" or "drop" or "alter" or "load" or "call";
        findings.Add(word, data ? RiskTier.DataMutation : RiskTier.DestructiveMutation, $"'{word}' is no part of a query");
    }

    private static void Into(MySqlCursor s, int i, MySqlFindings findings)
    {
        if (s.IsAny(i + 1, "OUTFILE", "DUMPFILE"))
        {
            findings.Block("select", RiskTier.DataMutation, "It writes a file on the database server.");
        }
        else if (s[i + 1].Kind == MySqlTokenKind.UserVariable)
        {
            findings.Add("select", RiskTier.ServiceMutation, "keeps its result in variables of the session");
        }
        else
        {
            findings.Add("select", RiskTier.DataMutation, "writes its result somewhere");
        }
    }

    private static void For(MySqlCursor s, int i, MySqlFrameKind frame, MySqlFindings findings)
    {
        if (s.IsAny(i + 1, "UPDATE", "SHARE"))
        {
            findings.Add("select", RiskTier.ServiceMutation, "locks the rows that it reads");
        }
        else if (s.IsAny(i - 1, "VALUE", "VALUES"))
        {
            findings.Add("call", RiskTier.DataMutation, "moves a sequence");
        }
        else if (!(frame == MySqlFrameKind.Substring
            || s.Is(i + 1, "SYSTEM_TIME")
            || (frame == MySqlFrameKind.Columns && s.Is(i + 1, "ORDINALITY"))
            || (s.IsAny(i - 1, "INDEX", "KEY") && s.IsAny(i + 1, "JOIN", "ORDER", "GROUP"))))
        {
            findings.Add("select", RiskTier.DestructiveMutation, "has a FOR clause that is not known");
        }
    }
}
