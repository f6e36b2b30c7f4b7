namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>Keywords: which part of the query begins with them.</summary>
internal static class QueryKeywords
{
    /// <summary>Reads a keyword.</summary>
    public static void Read(QueryState query, PostgresWord word)
    {
        switch (word.Keyword)
        {
            case PostgresKeyword.Select:
                Begin(query, QueryClause.Select, word);
                break;
            case PostgresKeyword.Values:
                Begin(query, QueryClause.Tail, word);
                break;
            case PostgresKeyword.Table:
                query.Found.ShowsAll = true;
                Begin(query, QueryClause.From, word);
                break;
            case PostgresKeyword.With:
                With(query, word);
                break;
            case PostgresKeyword.As:
                As(query);
                break;
            case PostgresKeyword.From:
                From(query, word);
                break;
            case PostgresKeyword.Into:
                QueryChanges.NewTable(query);
                break;
            case PostgresKeyword.For:
                For(query, word);
                break;
            case PostgresKeyword.Insert or PostgresKeyword.Update or PostgresKeyword.Delete or PostgresKeyword.Merge when QueryChanges.AreRows(query, word.Keyword):
                QueryChanges.Rows(query, word);
                break;
            default:
                Join(query, word);
                break;
        }
    }

    private static void Join(QueryState query, PostgresWord word)
    {
        ref var level = ref query.Level;
        var inTables = level.Clause is QueryClause.From or QueryClause.On;
        switch (word.Keyword)
        {
            case PostgresKeyword.On:
                level.Clause = level.Clause == QueryClause.From ? QueryClause.On : level.Clause;
                query.TakeKeyword(query.Previous == PostgresKeyword.Distinct ? PostgresKeyword.Distinct : PostgresKeyword.On);
                break;
            case PostgresKeyword.Using:
                level.Clause = level.Clause == QueryClause.Change ? QueryClause.From : level.Clause;
                query.TakeKeyword(word.Keyword);
                break;
            case PostgresKeyword.Join when inTables && (query.Operand || !query.Next.Is('(')):
                level.Clause = QueryClause.From;
                query.TakeKeyword(word.Keyword);
                break;
            case PostgresKeyword.Left or PostgresKeyword.Right or PostgresKeyword.Full or PostgresKeyword.Inner or PostgresKeyword.Cross
                or PostgresKeyword.Natural or PostgresKeyword.Outer when inTables && query.Operand && !query.Next.Is('('):
                query.At++;
                query.Previous = word.Keyword;
                break;
            default:
                Rest(query, word);
                break;
        }
    }

    private static void Rest(QueryState query, PostgresWord word)
    {
        switch (word.Keyword)
        {
            case PostgresKeyword.Where or PostgresKeyword.Group or PostgresKeyword.Having or PostgresKeyword.Window or PostgresKeyword.Order
                or PostgresKeyword.Limit or PostgresKeyword.Offset or PostgresKeyword.Fetch or PostgresKeyword.Union or PostgresKeyword.Intersect
                or PostgresKeyword.Except or PostgresKeyword.Returning:
                query.Level.Clause = QueryClause.Tail;
                query.TakeKeyword(word.Keyword);
                break;
            case PostgresKeyword.Tablesample when query.Operand && query.Level.Clause == QueryClause.From:
                Sample(query);
                break;
            case PostgresKeyword.Like or PostgresKeyword.Ilike or PostgresKeyword.Similar or PostgresKeyword.Is when query.Operand || query.Previous == PostgresKeyword.Not:
                query.TakeKeyword(word.Keyword);
                break;
            case PostgresKeyword.Zone when query.Previous == PostgresKeyword.Time:
                query.TakeKeyword(word.Keyword);
                break;
            case PostgresKeyword.Null or PostgresKeyword.True or PostgresKeyword.False or PostgresKeyword.Default or PostgresKeyword.End
                or PostgresKeyword.User or PostgresKeyword.Session_User or PostgresKeyword.System_User or (>= PostgresKeyword.Current_Catalog and <= PostgresKeyword.Current_User)
                or PostgresKeyword.Localtime or PostgresKeyword.Localtimestamp:
                query.TakeOperand();
                break;
            default:
                if (word.Class == PostgresWordClass.Reserved)
                {
                    query.TakeKeyword(word.Keyword);
                }
                else
                {
                    QueryNames.Read(query);
                }

                break;
        }
    }

    // TABLESAMPLE method (…) [REPEATABLE (…)]: both hold expressions.
    private static void Sample(QueryState query)
    {
        query.TakeKeyword(PostgresKeyword.Tablesample);
        if (query.Current.IsName && query.Next.Is('(') && query.Text.Name(query.At) is "bernoulli" or "system" or "system_rows" or "system_time")
        {
            query.At++;
            query.Open(QueryLevelKind.Plain);
        }
    }

    private static void Begin(QueryState query, QueryClause clause, PostgresWord word)
    {
        // A column may be called values.
        if (word.Keyword == PostgresKeyword.Values && !query.Next.Is('('))
        {
            QueryNames.Read(query);
            return;
        }

        ref var level = ref query.Level;
        level.Query = true;
        level.Kind = QueryLevelKind.Plain;
        level.Clause = clause;
        query.TakeKeyword(word.Keyword);
    }

    private static void With(QueryState query, PostgresWord word)
    {
        ref var level = ref query.Level;
        if (query.At != level.First)
        {
            // WITH TIES, WITH ORDINALITY, WITH TIME ZONE; and the WITH of an INSERT, whose parts stand in parentheses like any other.
            query.At++;
            query.Previous = word.Keyword;
            return;
        }

        level.Query = true;
        level.Kind = QueryLevelKind.Plain;
        level.Clause = QueryClause.With;
        query.TakeKeyword(word.Keyword);
        if (query.Current.Keyword == PostgresKeyword.Recursive)
        {
            query.At++;
        }
    }

    // Behind AS stands a name, the name of a type, or a parenthesis.
    private static void As(QueryState query)
    {
        var clause = query.Level.Clause;
        query.At++;
        if (query.Current.Is('('))
        {
            query.Open(clause == QueryClause.From ? QueryLevelKind.Columns : QueryLevelKind.Plain);
            return;
        }

        if (clause == QueryClause.With && query.Current.Keyword is PostgresKeyword.Materialized or PostgresKeyword.Not)
        {
            query.At += query.Current.Keyword == PostgresKeyword.Not ? 2 : 1;
            return;
        }

        if (!query.Current.IsName)
        {
            return;
        }

        var end = query.Text.EndOfName(query.At);
        if (end > query.At + 1 || QueryTypes.IsCast(query))
        {
            QueryTypes.Note(query, query.At, end);
        }

        query.TakeOperand(end);
        if (query.Current.Is('('))
        {
            query.Open(QueryLevelKind.Columns);
        }
    }

    private static void From(QueryState query, PostgresWord word)
    {
        ref var level = ref query.Level;
        if (query.Previous != PostgresKeyword.Distinct && (level.Query || level.Clause == QueryClause.Change))
        {
            level.Clause = QueryClause.From;
        }

        query.TakeKeyword(word.Keyword);
    }

    private static void For(QueryState query, PostgresWord word)
    {
        var next = query.Next.Keyword;
        var after = query.Text[query.At + 2].Keyword;
        if (next is PostgresKeyword.Update or PostgresKeyword.Share
            || (next == PostgresKeyword.No && after == PostgresKeyword.Key)
            || (next == PostgresKeyword.Key && after == PostgresKeyword.Share))
        {
            query.Found.AddChange(RiskTier.ServiceMutation, "locks rows");
            query.At++;
        }

        if (query.Level.Query)
        {
            query.Level.Clause = QueryClause.Tail;
        }

        query.TakeKeyword(word.Keyword);
    }
}
