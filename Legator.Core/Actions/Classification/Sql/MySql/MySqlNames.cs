namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Tells calls of functions from the other places where a parenthesis follows a name.</summary>
internal static class MySqlNames
{
    // Three parts of 64 characters.
    private const int MaximumLength = 200;

    /// <summary>True when the name before a parenthesis is not a function's: an alias with columns, a common table expression, a type, or a clause.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="i">The name; a parenthesis follows it.</param>
    /// <param name="frame">What the name stands in.</param>
    /// <param name="expressions">Gets the name of a common table expression.</param>
    public static bool IsNoCall(MySqlCursor s, int i, MySqlFrameKind frame, ref HashSet<string>? expressions)
    {
        if (s.Is(i - 1, '.'))
        {
            return s.IsName(i - 2) && s.Says(i - 2, "sys") && !s.Is(i - 3, '.') && MySqlFunctions.IsReadingOfSys(s.Text(i));
        }

        // No expression begins right after another one.
        if (s.Is(i - 1, ')') || s.Is(i - 1, "AS") || s[i - 1].Kind is not (MySqlTokenKind.None or MySqlTokenKind.Word or MySqlTokenKind.Symbol or MySqlTokenKind.Assignment))
        {
            return true;
        }

        if ((s.Is(i - 1, ',') || s.IsAny(i - 1, "WITH", "RECURSIVE")) && IsExpression(s, i))
        {
            (expressions ??= new(StringComparer.OrdinalIgnoreCase)).Add(s.Text(i).ToString());
            return true;
        }

        return s[i].Kind == MySqlTokenKind.Word && IsClause(s, i, frame);
    }

    /// <summary>The name of a function with its schema, folded.</summary>
    public static string Whole(MySqlCursor s, int i)
    {
        var name = s.Text(i).ToString();
        for (var parts = 0; parts < 3 && s.Is(i - 1, '.') && s.IsName(i - 2); parts++)
        {
            name = $"{s.Text(i - 2)}.{name}";
            i -= 2;
        }

        return Folded(name);
    }

    /// <summary>A name as targets spell it: in lower case, because some servers fold, and no longer than names can be.</summary>
    public static string Folded(string name) => (name.Length > MaximumLength ? name[..MaximumLength] : name).ToLowerInvariant();

    /// <summary>What the parenthesis after a function is.</summary>
    public static MySqlFrameKind FrameOf(MySqlCursor s, int i) =>
        s.IsAny(i, "SUBSTRING", "SUBSTR", "MID") ? MySqlFrameKind.Substring
        : s.Is(i, "CONVERT") ? MySqlFrameKind.Convert
        : s.Is(i, "JSON_TABLE") ? MySqlFrameKind.Document
        : s.Is(i, "COUNT") ? MySqlFrameKind.Count
        : MySqlFrameKind.Plain;

    /// <summary>True where a type can stand.</summary>
    public static bool IsType(MySqlCursor s, int i, MySqlFrameKind frame) =>
        s.IsAny(i - 1, "AS", "RETURNING") || (frame == MySqlFrameKind.Columns && s.IsName(i - 1)) || (frame == MySqlFrameKind.Convert && s.Is(i - 1, ','));

    // name (a, b) AS (
    private static bool IsExpression(MySqlCursor s, int i)
    {
        var at = i + 2;
        while (s.IsName(at) && s.Is(at + 1, ','))
        {
            at += 2;
        }

        return s.IsName(at) && s.Is(at + 1, ')') && s.Is(at + 2, "AS") && s.Is(at + 3, '(');
    }

    // Words that are names to older servers: there they could be stored functions, whose arguments never begin with a query.
    private static bool IsClause(MySqlCursor s, int i, MySqlFrameKind frame)
    {
        if (s.IsAny(i, "LATERAL", "EXCEPT", "INTERSECT", "MINUS"))
        {
            return s.IsAny(i + 2, "SELECT", "WITH", "VALUES", "TABLE") || (s.Is(i + 2, '(') && s.IsAny(i, "EXCEPT", "INTERSECT") && IsOperand(s, i - 1));
        }

        if (s.IsAny(i, "ANY", "SOME"))
        {
            return s[i - 1].Symbol is '=' or '<' or '>';
        }

        // With an argument it sets what the next one answers.
        if (s.Is(i, "LAST_INSERT_ID"))
        {
            return s.Is(i + 2, ')');
        }

        return s.Is(i, "COLUMNS") ? frame is MySqlFrameKind.Document or MySqlFrameKind.Columns
            : s.Is(i, "OF") ? s.Is(i - 1, "MEMBER")
            : s.Is(i, "OVER") ? s.IsAny(i - 1, "NULLS", "FIRST", "LAST")
            : s.Is(i, "AGAINST") && FollowsMatch(s, i);
    }

    // MATCH a, t.b AGAINST ('x'), without parentheses.
    private static bool FollowsMatch(MySqlCursor s, int i)
    {
        var first = Math.Max(0, i - 80);
        while (--i > first && (s[i].Kind == MySqlTokenKind.Quoted || s[i] is { Kind: MySqlTokenKind.Word, Use: MySqlWordUse.Name } || s[i].Symbol is ',' or '.'))
        {
        }

        return s.Is(i, "MATCH");
    }

    private static bool IsOperand(MySqlCursor s, int i) =>
        s.Is(i, ')') || s[i] is { Kind: MySqlTokenKind.Word, Use: MySqlWordUse.Name } || s[i].Kind is MySqlTokenKind.Quoted or MySqlTokenKind.Number or MySqlTokenKind.Text;
}
