namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>A name with its dots: a call, a table, a part of the statement, a column, an alias.</summary>
internal static class QueryNames
{
    /// <summary>Reads a name, and the parenthesis behind it.</summary>
    public static void Read(QueryState query)
    {
        var start = query.At;
        var end = query.Text.EndOfName(start);
        var keyword = end == start + 1 ? query.Text[start].Keyword : PostgresKeyword.None;
        NoteSecrets(query, start, end);
        if (query.Text[end].Is('('))
        {
            query.At = end;
            Parenthesis(query, start, end, keyword);
            return;
        }

        ref readonly var level = ref query.Level;
        if (end > start + 1 && (query.Text[end].Kind == PostgresTokenKind.Text || (level.Kind == QueryLevelKind.Columns && query.Operand)))
        {
            QueryTypes.Note(query, start, end);
        }

        if (level.Clause == QueryClause.From && !query.Operand)
        {
            Table(query, start, end);
        }
        else if (level.Clause == QueryClause.With && !query.Operand && end == start + 1)
        {
            query.Found.AddOwnName(query.Text.Name(start));
        }
        else if (end > start + 1)
        {
            QueryCalls.NoteAttribute(query, end - 1);
        }

        query.At = end;
        query.Operand = true;
        query.Previous = keyword;
        SkipAllColumns(query);
    }

    // The star of t.*
    private static void SkipAllColumns(QueryState query)
    {
        if (query.Current.Is('.') && query.Next.Kind == PostgresTokenKind.Operator && query.Text.Spelling(query.At + 1)[0] == '*')
        {
            query.Found.ShowsAll = true;
            query.At += 2;
        }
    }

    private static void Table(QueryState query, int start, int end)
    {
        if (query.Text[end].Keyword == PostgresKeyword.From)
        {
            // ROWS FROM (…)
            return;
        }

        var name = query.Text.QualifiedName(start, end);
        if (end > start + 1 || query.Found.OwnNames is null || !query.Found.OwnNames.Contains(name))
        {
            query.Found.AddTable(name);
        }
    }

    // A name and a parenthesis: a call, unless it must be something else.
    private static void Parenthesis(QueryState query, int start, int end, PostgresKeyword keyword)
    {
        ref readonly var token = ref query.Text[start];
        ref readonly var level = ref query.Level;
        var single = end == start + 1;
        var previous = query.Previous;
        query.Previous = PostgresKeyword.None;
        if (single && token.Kind == PostgresTokenKind.Word && IsSyntax(query, start, token.Word, keyword, previous))
        {
            query.Open(QueryLevelKind.Plain);
        }
        else if (IsListOfColumns(query, level, single))
        {
            if (level.Clause == QueryClause.With)
            {
                query.Found.AddOwnName(query.Text.Name(start));
            }

            query.Open(QueryLevelKind.Columns);
        }
        else
        {
            QueryCalls.Note(query, start, end);
            OpenCall(query, start, single);
        }
    }

    private static void OpenCall(QueryState query, int start, bool single)
    {
        query.Open(QueryLevelKind.Plain);

        // OPERATOR(schema.+) is an operator, whoever's it is.
        query.Level.Opens = single && query.Text[start].Kind == PostgresTokenKind.Word && query.Text.Spelling(start).Equals("operator", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsListOfColumns(QueryState query, in QueryLevel level, bool single) =>
        level.Kind == QueryLevelKind.Columns ? query.Operand
        : level.Clause == QueryClause.From ? query.Operand && single
        : level.Clause == QueryClause.With && !query.Operand && single;

    private static bool IsSyntax(QueryState query, int at, PostgresWord? word, PostgresKeyword keyword, PostgresKeyword previous)
    {
        if (word is null)
        {
            return false;
        }

        if (word.Class == PostgresWordClass.Column)
        {
            return true;
        }

        var level = query.Level.Clause;
        return keyword switch
        {
            PostgresKeyword.Over or PostgresKeyword.Filter => query.Operand && (query.Text[at - 1].Is(')') || query.Text.IsNamed(at - 1, "nulls")),
            PostgresKeyword.Escape or PostgresKeyword.Value or PostgresKeyword.Passing
                or PostgresKeyword.Columns or PostgresKeyword.Varying => query.Operand,
            PostgresKeyword.By => previous is PostgresKeyword.Order or PostgresKeyword.Group or PostgresKeyword.Partition,
            PostgresKeyword.Sets => previous == PostgresKeyword.Grouping,
            PostgresKeyword.Rollup or PostgresKeyword.Cube => level == QueryClause.Tail
                && (previous == PostgresKeyword.By || query.Text[at - 1].Is(',') || query.Text[at - 1].Is('(') || previous is PostgresKeyword.All or PostgresKeyword.Distinct),
            PostgresKeyword.Repeatable => query.Operand && level == QueryClause.From && query.Text[at - 1].Is(')'),
            PostgresKeyword.Conflict => previous == PostgresKeyword.On,
            PostgresKeyword.Set => query.Operand || previous == PostgresKeyword.Update,
            PostgresKeyword.Second => previous is PostgresKeyword.To or PostgresKeyword.Interval || query.Text[at - 1].Kind == PostgresTokenKind.Text,
            PostgresKeyword.First or PostgresKeyword.Next => previous == PostgresKeyword.Fetch,
            _ => false,
        };
    }

    private static void NoteSecrets(QueryState query, int start, int end)
    {
        for (var i = start; i < end; i += 2)
        {
            if (query.Text[i].Word is { Secret: true } secret)
            {
                query.Found.AddSecret(secret.Text);
            }
            else if (query.Text[i].Word is { Delicate: true } delicate)
            {
                query.Found.AddDelicate(delicate.Text);
            }
        }
    }
}
