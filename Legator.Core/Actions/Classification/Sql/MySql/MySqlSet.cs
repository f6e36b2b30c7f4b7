using System.Globalization;

namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges <c>SET</c>. Only what shapes how a session shows its answers, or makes it stricter, is a read.</summary>
internal static class MySqlSet
{
    /// <summary>Judges <c>SET …</c>.</summary>
    public static void Judge(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        if (IsTransaction(s))
        {
            Transaction(s, findings);
        }
        else if (IsNames(s))
        {
            findings.Add("set", RiskTier.Read);
        }
        else if (s.Is(1, "STATEMENT"))
        {
            Statement(s, inServerSchema, findings);
        }
        else
        {
            Assignments(s, inServerSchema, findings);
        }
    }

    // SET [SESSION] TRANSACTION ISOLATION LEVEL …, READ ONLY: how it sees others, or that it only reads.
    private static void Transaction(MySqlCursor s, MySqlFindings findings)
    {
        for (var i = s.Is(1, "TRANSACTION") ? 2 : 3; i < s.Count; i++)
        {
            if (s.Is(1, "GLOBAL") || !(s.Is(i, ',') || s.IsAny(i, "ISOLATION", "LEVEL", "REPEATABLE", "READ", "COMMITTED", "UNCOMMITTED", "SERIALIZABLE", "ONLY")))
            {
                findings.Add("set", RiskTier.ServiceMutation, "changes what transactions may do");
                return;
            }
        }

        findings.Add("set", RiskTier.Read);
    }

    // SET STATEMENT max_statement_time = 5 FOR SELECT …
    private static void Statement(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var at = After(s, "FOR");
        if (!(s.Says(2, "max_statement_time") && s.Is(3, '=') && s[4].Kind == MySqlTokenKind.Number && at == 6))
        {
            findings.Add("set", RiskTier.ServiceMutation, "sets variables for a statement");
        }

        if (s.Is(at, "SET"))
        {
            findings.Add("set", RiskTier.ServiceMutation, "sets a variable of the server, or of how the session works");
            return;
        }

        MySqlStatement.Judge(s.From(at), inServerSchema, findings);
    }

    private static bool IsTransaction(MySqlCursor s) => s.Is(s.IsAny(1, "GLOBAL", "SESSION", "LOCAL") ? 2 : 1, "TRANSACTION");

    // In other character sets a backslash or a quote can be half of a letter.
    private static bool IsNames(MySqlCursor s)
    {
        var at = s.Is(1, "NAMES") ? 2 : s.Is(1, "CHARACTER") && s.Is(2, "SET") ? 3 : 0;
        return at > 0 && IsPlainCharset(s, at) && (s.Count == at + 1 || (s.Is(at + 1, "COLLATE") && s.Count == at + 3));
    }

    private static bool IsPlainCharset(MySqlCursor s, int at) =>
        s.Says(at, "utf8mb4") || s.Says(at, "utf8") || s.Says(at, "utf8mb3") || s.Says(at, "ascii") || s.Says(at, "default");

    private static int After(MySqlCursor s, string word)
    {
        var at = 0;
        while (at < s.Count && !s.Is(at, word))
        {
            at++;
        }

        return at + 1;
    }

    private static void Assignments(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var start = 1;
        var depth = 0;
        for (var i = 1; i <= s.Count; i++)
        {
            depth += s[i].Symbol switch { '(' => 1, ')' => -1, _ => 0 };
            if (i == s.Count || (depth == 0 && s.Is(i, ',')))
            {
                Assignment(s.Until(i).From(start), inServerSchema, findings);
                start = i + 1;
            }
        }
    }

    private static void Assignment(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var at = s.IsAny(0, "SESSION", "LOCAL") ? 1 : 0;
        if (s[0].Kind == MySqlTokenKind.SystemVariable && (s.Says(0, "session") || s.Says(0, "local")) && s.Is(1, '.'))
        {
            at = 2;
        }

        if ((s[0].Kind == MySqlTokenKind.UserVariable || IsFormat(s, at)) && (s.Is(at + 1, '=') || s[at + 1].Kind == MySqlTokenKind.Assignment))
        {
            MySqlStatement.Query(s.From(at + 2), "set", inServerSchema, findings);
            if (s[0].Kind == MySqlTokenKind.UserVariable)
            {
                findings.Add("set", RiskTier.ServiceMutation, "sets a variable of the session");
            }

            return;
        }

        if (IsShortLimit(s, at))
        {
            findings.Add("set", RiskTier.Read);
            return;
        }

        if (s.Is(0, "PASSWORD") || (s.Is(0, "DEFAULT") && s.Is(1, "ROLE")))
        {
            findings.Add("set", RiskTier.DestructiveMutation, "changes who may do what");
            return;
        }

        findings.Add("set", RiskTier.ServiceMutation, "sets a variable of the server, or of how the session works");
    }

    // A limit that is no longer than the tool's own loosens nothing; zero is none at all.
    private static bool IsShortLimit(MySqlCursor s, int at) =>
        s.Says(at, "max_execution_time") && s.Is(at + 1, '=') && s.Count == at + 3 && s[at + 2].Kind == MySqlTokenKind.Number
        && int.TryParse(s.Text(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and <= 30_000;

    private static bool IsFormat(MySqlCursor s, int at) =>
        s[at].Kind is MySqlTokenKind.Word or MySqlTokenKind.SystemVariable
        && (s.Says(at, "time_zone") || s.Says(at, "lc_time_names") || s.Says(at, "group_concat_max_len"));
}
