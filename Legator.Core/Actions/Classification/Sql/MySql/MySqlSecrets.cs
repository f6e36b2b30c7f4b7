namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Finds reads of password hashes in the server's own tables. Who exists is an ordinary question; what the hashes are is not.</summary>
internal static class MySqlSecrets
{
    private const string Reason = "It reads password hashes, or credentials, from the server's own tables.";

    /// <summary>Judges a statement that reads rows.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="inServerSchema">Bare names are of the schema <c>mysql</c>.</param>
    /// <param name="findings">Where the verdict goes.</param>
    public static void Judge(MySqlCursor s, bool inServerSchema, MySqlFindings findings)
    {
        var accounts = false;
        var revealing = false;
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Is(i, '*'))
            {
                revealing |= IsEverything(s, i);
            }
            else if (s.IsName(i))
            {
                var table = TableAt(s, i, inServerSchema);
                if (table == MySqlSecretTable.Always || (s[i].Length == 21 && s.Says(i, "authentication_string") && !IsEmptiness(s, i)))
                {
                    findings.Block("select", RiskTier.DestructiveMutation, Reason);
                    return;
                }

                accounts |= table == MySqlSecretTable.Accounts;
                revealing |= IsHash(s, i) || s.Is(i, "TABLE") || s.Is(i, "HANDLER");
            }
        }

        if (accounts && revealing)
        {
            findings.Block("select", RiskTier.DestructiveMutation, Reason);
        }
    }

    private static MySqlSecretTable TableAt(MySqlCursor s, int i, bool inServerSchema)
    {
        if (s[i].Length is < 4 or > 20)
        {
            return MySqlSecretTable.None;
        }

        var qualified = s.Is(i - 1, '.') && s.IsName(i - 2);
        return !qualified
            ? inServerSchema ? OfServer(s, i) : MySqlSecretTable.None
            : s[i - 2].Length == 5 && s.Says(i - 2, "mysql") ? OfServer(s, i)
            : s[i].Length == 15 && s.Says(i, "user_attributes") ? MySqlSecretTable.Always
            : MySqlSecretTable.None;
    }

    private static MySqlSecretTable OfServer(MySqlCursor s, int i) =>
        s.Says(i, "user") || s.Says(i, "servers") || s.Says(i, "slave_master_info") ? MySqlSecretTable.Accounts
        : s.Says(i, "global_priv") || s.Says(i, "password_history") ? MySqlSecretTable.Always
        : MySqlSecretTable.None;

    // Column names are compared by letter, not by byte: what is beyond ASCII may be another spelling of a hash's name.
    private static bool IsHash(MySqlCursor s, int i) => s[i].Length switch
    {
        8 => s.Says(i, "password") && !s.Is(i + 1, '(') && !IsEmptiness(s, i),
        13 => s.Says(i, "user_password"),
        15 => s.Says(i, "user_attributes"),
        _ => false,
    } || s.Text(i).IndexOfAnyInRange('\u0080', '\uffff') >= 0;

    // hash = '', hash IS NULL: asks which accounts have none.
    private static bool IsEmptiness(MySqlCursor s, int i) =>
        (s.Is(i + 1, "IS") && (s.Is(i + 2, "NULL") || (s.Is(i + 2, "NOT") && s.Is(i + 3, "NULL"))))
        || (s.Is(i + 1, '=') && IsEmpty(s, i + 2))
        || (s.Is(i + 1, '<') && s.Is(i + 2, '>') && IsEmpty(s, i + 3))
        || (s.Is(i + 1, '!') && s.Is(i + 2, '=') && IsEmpty(s, i + 3));

    private static bool IsEmpty(MySqlCursor s, int i) =>
        s[i] is { Kind: MySqlTokenKind.Text, Length: 0 } && s[i + 1].Kind is not (MySqlTokenKind.Text or MySqlTokenKind.DoubleQuoted) && !s.Is(i + 1, '|');

    // SELECT *, t.*, and not a * b nor COUNT(*).
    private static bool IsEverything(MySqlCursor s, int i)
    {
        if (s.Is(i - 1, '(') && s.Is(i + 1, ')'))
        {
            return !s.Is(i - 2, "COUNT");
        }

        var before = s[i - 1];
        var after = s[i + 1];
        return after.Kind == MySqlTokenKind.None || after.Symbol is ',' or ')' || s.IsAny(i + 1, "FROM", "INTO", "WHERE", "UNION", "LIMIT")
            || before.Symbol is ',' or '.' or '(' || (before.Kind == MySqlTokenKind.Word && (before.Use & MySqlWordUse.Grammar) != 0);
    }
}
