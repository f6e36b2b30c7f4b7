namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Judges the statements of a text one after another.</summary>
internal static class MySqlText
{
    /// <summary>Judges every statement.</summary>
    /// <param name="text">The text that the tokens are of.</param>
    /// <param name="list">Its tokens.</param>
    /// <param name="schema">The schema that bare names are of, as far as it is known.</param>
    /// <param name="complete">False when the tokens stop in the middle: the last statement then does not count.</param>
    /// <param name="usual">True for a server as it comes, false for a reading beside that.</param>
    public static MySqlFindings Judge(ReadOnlySpan<char> text, MySqlTokenList list, string? schema, bool complete, bool usual)
    {
        var findings = new MySqlFindings(judgesShape: usual);
        foreach (var (start, length) in list.Hints)
        {
            MySqlHints.Judge(text.Slice(start, length), findings);
        }

        var tokens = list.Tokens;
        if (complete && Inside(text, tokens) is { Length: > 0 } inside)
        {
            findings.Add("start", RiskTier.Read);
            tokens = inside;
        }

        while (tokens.Length > 0)
        {
            var length = End(tokens);
            if (length < tokens.Length || complete)
            {
                var statement = new MySqlCursor(text, tokens[..length]);
                MySqlStatement.Judge(statement, IsServerSchema(schema), findings);
                schema = statement.Is(0, "USE") ? statement.Text(1).ToString() : schema;
            }

            tokens = tokens[Math.Min(length + 1, tokens.Length)..];
        }

        return findings;
    }

    // What stands in a transaction of its own that may only read: START TRANSACTION READ ONLY; …; COMMIT.
    private static ReadOnlySpan<MySqlToken> Inside(ReadOnlySpan<char> text, ReadOnlySpan<MySqlToken> tokens)
    {
        var first = End(tokens);
        var end = tokens.Length;
        while (end > 0 && tokens[end - 1].Symbol == ';')
        {
            end--;
        }

        var last = end;
        while (last > first && tokens[last - 1].Symbol != ';')
        {
            last--;
        }

        var begins = new MySqlCursor(text, tokens[..first]);
        var ends = new MySqlCursor(text, tokens[last..end]);
        return begins.Is(0, "START") && begins.Is(1, "TRANSACTION") && OnlyReads(begins)
            && (ends.Count == 1 || (ends.Count == 2 && ends.Is(1, "WORK"))) && ends.IsAny(0, "COMMIT", "ROLLBACK")
            ? tokens[(first + 1)..last] : [];
    }

    // READ ONLY, before or behind WITH CONSISTENT SNAPSHOT.
    private static bool OnlyReads(MySqlCursor s) =>
        (s.Count == 4 && s.Is(2, "READ") && s.Is(3, "ONLY"))
        || (s.Count == 8 && s.Is(2, "WITH") && s.Is(3, "CONSISTENT") && s.Is(4, "SNAPSHOT") && s.Is(5, ',') && s.Is(6, "READ") && s.Is(7, "ONLY"))
        || (s.Count == 8 && s.Is(2, "READ") && s.Is(3, "ONLY") && s.Is(4, ',') && s.Is(5, "WITH") && s.Is(6, "CONSISTENT") && s.Is(7, "SNAPSHOT"));

    private static bool IsServerSchema(string? schema) => "mysql".Equals(schema, StringComparison.OrdinalIgnoreCase);

    private static int End(ReadOnlySpan<MySqlToken> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Symbol == ';')
            {
                return i;
            }
        }

        return tokens.Length;
    }
}
