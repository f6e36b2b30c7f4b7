namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>Walks over a query, or a statement that changes rows, once and without recursion: finds what would change something at any depth, every function, and every table.
/// It does not hold a statement against the whole grammar: the server refuses what is not well formed. What it must never do is take a call for something else.</summary>
internal static class PostgresQuery
{
    /// <summary>Walks from one token to another.</summary>
    /// <returns>Why the statement cannot be read; null when it could.</returns>
    public static string? Walk(PostgresText text, int from, int to, StatementFindings found)
    {
        var query = new QueryState(text, found, from);
        while (query.Problem is null && query.At < to)
        {
            Step(query);
        }

        return query.Problem ?? (query.IsOutermost ? null : "A parenthesis is not closed.");
    }

    private static void Step(QueryState query)
    {
        ref readonly var token = ref query.Current;
        switch (token.Kind)
        {
            case PostgresTokenKind.Word:
                Word(query, token.Word);
                break;
            case PostgresTokenKind.QuotedName:
                QueryNames.Read(query);
                break;
            case PostgresTokenKind.Symbol:
                Symbol(query, token.Symbol);
                break;
            case PostgresTokenKind.Operator:
                Operator(query);
                break;
            case PostgresTokenKind.Text:
                query.Found.NoteText(query.Text.Spelling(query.At));
                query.TakeOperand();
                break;
            default:
                query.TakeOperand();
                break;
        }
    }

    private static void Symbol(QueryState query, char symbol)
    {
        switch (symbol)
        {
            case '(':
            case '[':
                query.Open(QueryLevelKind.Plain, query.Level.Clause == QueryClause.From && !query.Operand && query.Previous != PostgresKeyword.Using ? QueryClause.From : QueryClause.None);
                break;
            case ')':
            case ']':
                query.Close();
                break;
            case ',':
                Comma(query);
                break;
            case '.':
                Attribute(query);
                break;
            case 't':
                Type(query);
                break;
            case ';':
                query.Problem = "A ';' stands inside of parentheses.";
                break;
            default:
                query.TakeSign();
                break;
        }
    }

    private static void Comma(QueryState query)
    {
        ref var level = ref query.Level;
        if (level.Clause == QueryClause.On)
        {
            level.Clause = QueryClause.From;
        }

        query.TakeSign();
    }

    // (x).name calls name(x) when x has no such field.
    private static void Attribute(QueryState query)
    {
        if (query.Next.IsName)
        {
            QueryCalls.NoteAttribute(query, query.At + 1);
            QueryCalls.NoteField(query, query.At);
            query.At++;
        }

        query.TakeOperand();
    }

    // The name of a type, behind ::.
    private static void Type(QueryState query)
    {
        var literal = query.At > 0 && query.Text[query.At - 1].Kind == PostgresTokenKind.Text;
        query.At++;
        if (query.Current.IsName)
        {
            var end = query.Text.EndOfName(query.At);
            if (!literal || !QueryTypes.MayBeEnum(query, query.At, end))
            {
                QueryTypes.Note(query, query.At, end);
            }

            query.TakeOperand(end);
            if (query.Current.Is('('))
            {
                query.Open(QueryLevelKind.Plain);
            }
        }
    }

    private static void Operator(QueryState query)
    {
        var spelling = query.Text.Spelling(query.At);
        if (spelling.SequenceEqual("*") && (!query.Operand || query.Level.Clause == QueryClause.From))
        {
            // All columns, or a table with its descendants.
            query.Found.ShowsAll |= query.At == 0 || !query.Text[query.At - 1].Is('(');
            query.TakeOperand();
            return;
        }

        if (!PostgresWords.IsKnownOperator(spelling))
        {
            query.Found.AddOperator(spelling.Length > 60 ? "that is spelled so" : spelling.ToString());
        }

        query.TakeSign();
    }

    private static void Word(QueryState query, PostgresWord? word)
    {
        if (word is null || word.Keyword == PostgresKeyword.None)
        {
            if (word?.Class == PostgresWordClass.Reserved)
            {
                query.TakeSign();
            }
            else
            {
                QueryNames.Read(query);
            }

            return;
        }

        QueryKeywords.Read(query, word);
    }
}
