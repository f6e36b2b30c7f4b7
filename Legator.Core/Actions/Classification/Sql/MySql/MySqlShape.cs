namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Notices queries that no server could read: words that lack what must follow them, and names in a row. Whoever wrote them meant something else.</summary>
internal static class MySqlShape
{
    // a b c: a value, its alias, and one too many.
    private const int MostInARow = 2;

    /// <summary>True when the text is broken for certain.</summary>
    public static bool IsBroken(MySqlCursor s)
    {
        var opens = true;
        var row = 0;
        for (var i = 0; i < s.Count; i++)
        {
            var token = s[i];
            if (opens && i > 0 && CannotBegin(token))
            {
                return true;
            }

            row = Row(s, i, row);
            if (row > MostInARow)
            {
                return true;
            }

            opens = Opens(s, i);
        }

        return opens;
    }

    // What a value must follow: an operator, a comma, SELECT, WHERE, AND.
    private static bool Opens(MySqlCursor s, int i)
    {
        var token = s[i];
        return token.Kind switch
        {
            MySqlTokenKind.Symbol => token.Symbol is ',' or '=' or '<' or '>' or '+' or '-' or '/' or '%' or '&' or '|' or '^' or '~' or '!' or '.',
            MySqlTokenKind.Assignment => true,
            MySqlTokenKind.Word => (token.Use & MySqlWordUse.Opens) != 0 && !s.Is(i - 1, '.') && !((token.Use & MySqlWordUse.Function) != 0 && s.Is(i + 1, '(')),
            _ => false,
        };
    }

    private static bool CannotBegin(in MySqlToken token) =>
        token.Symbol is ',' or ')' or '/' or '%' or '^' or ';' || (token.Use & MySqlWordUse.Follows) != 0;

    // How many values stand in a row without anything between them.
    private static int Row(MySqlCursor s, int i, int row)
    {
        var token = s[i];
        switch (token.Kind)
        {
            case MySqlTokenKind.Symbol:
                return token.Symbol switch
                {
                    ')' => 1,
                    '.' => row,
                    '*' when IsEveryColumn(s, i) => MostInARow,
                    _ => 0,
                };
            case MySqlTokenKind.Assignment:
                return 0;
            case MySqlTokenKind.Word when !s.Is(i - 1, '.') && (token.Use & ~(MySqlWordUse.Function | MySqlWordUse.Type)) != 0:
                return 0;
            case MySqlTokenKind.Word when token.Length < 20 && s[i + 1].Kind is MySqlTokenKind.Text or MySqlTokenKind.DoubleQuoted && IsIntroducer(s.Text(i)):
                return row;
            case MySqlTokenKind.Text or MySqlTokenKind.DoubleQuoted when s[i - 1].Kind is MySqlTokenKind.Text or MySqlTokenKind.DoubleQuoted:
                return row;
            default:
                return s.Is(i - 1, '.') ? row : row + 1;
        }
    }

    private static bool IsEveryColumn(MySqlCursor s, int i) => s.Is(i - 1, "SELECT") || s.Is(i - 1, '.');

    // _utf8'a', N'a', x'41', b'1'
    private static bool IsIntroducer(ReadOnlySpan<char> word) => word[0] == '_' || (word.Length == 1 && word[0] is 'n' or 'N' or 'x' or 'X' or 'b' or 'B');
}
