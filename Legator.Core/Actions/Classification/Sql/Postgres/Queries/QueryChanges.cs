namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>The parts of a query that change something by themselves: rows, and the table that <c>INTO</c> makes.</summary>
internal static class QueryChanges
{
    /// <summary>Reads INTO, which is reserved: behind anything but INSERT and MERGE it makes a table.</summary>
    public static void NewTable(QueryState query)
    {
        query.TakeKeyword(PostgresKeyword.Into);
        var name = query.At;
        while (query.Text[name].Kind == PostgresTokenKind.Word && query.Text.Spelling(name) is var word
            && (word.Equals("temp", StringComparison.OrdinalIgnoreCase) || word.Equals("temporary", StringComparison.OrdinalIgnoreCase)
                || word.Equals("unlogged", StringComparison.OrdinalIgnoreCase) || word.Equals("table", StringComparison.OrdinalIgnoreCase)))
        {
            name++;
        }

        query.Found.AddChange(RiskTier.DestructiveMutation, "makes a table", query.Text[name].IsName ? query.Text.QualifiedName(name, query.Text.EndOfName(name)) : null);
    }

    /// <summary>True where the keyword begins a statement that changes rows.</summary>
    public static bool AreRows(QueryState query, PostgresKeyword keyword)
    {
        ref readonly var next = ref query.Next;
        return (query.At == query.Level.First || query.Level.Clause == QueryClause.With) && keyword switch
        {
            PostgresKeyword.Update => next.IsName,
            PostgresKeyword.Delete => next.Keyword == PostgresKeyword.From,
            _ => next.Keyword == PostgresKeyword.Into,
        };
    }

    /// <summary>Reads the target of a statement that changes rows.</summary>
    public static void Rows(QueryState query, PostgresWord word)
    {
        query.At += word.Keyword == PostgresKeyword.Update ? 1 : 2;
        if (query.Current.Keyword == PostgresKeyword.Only)
        {
            query.At++;
            if (query.Current.Is('('))
            {
                query.Open(QueryLevelKind.Columns);
            }
        }

        var end = query.Current.IsName ? query.Text.EndOfName(query.At) : query.At;
        query.Found.AddRowChange(word.Text, end > query.At ? query.Text.QualifiedName(query.At, end) : "?");
        query.Level.Clause = QueryClause.Change;
        query.TakeOperand(end);
        if (word.Keyword == PostgresKeyword.Insert && query.Current.Is('('))
        {
            query.Open(QueryLevelKind.Columns);
        }
    }
}
