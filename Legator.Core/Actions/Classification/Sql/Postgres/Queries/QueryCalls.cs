namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>Calls of functions, however they are spelled: <c>f(x)</c>, <c>x.f</c>, <c>(row).f</c>, <c>OPERATOR(schema.+)</c>.</summary>
internal static class QueryCalls
{
    /// <summary>Notes a call, unless the function is known to only read.</summary>
    public static void Note(QueryState query, int start, int end)
    {
        ref readonly var last = ref query.Text[end - 1];
        var function = last.Word?.Function ?? PostgresFunction.Unknown;
        if (end == start + 3)
        {
            function = query.Text.IsNamed(start, "pg_catalog") ? function
                : query.Text.IsNamed(start, "information_schema") && query.Text.Name(start + 2).StartsWith("_pg_", StringComparison.Ordinal) ? PostgresFunction.Read
                : PostgresFunction.Unknown;
        }
        else if (end > start + 3)
        {
            function = PostgresFunction.Unknown;
        }
        else if (last.Kind == PostgresTokenKind.Word && last.Length == 8 && query.Text.Spelling(start).Equals("operator", StringComparison.OrdinalIgnoreCase))
        {
            NamedOperator(query, end);
            return;
        }

        if (last.Word?.Text == "current_setting" && !PostgresSettings.IsShown(query.Text, end + 1))
        {
            query.Found.AddDelicate("current_setting");
        }

        if (function != PostgresFunction.Read)
        {
            query.Found.AddCall(query.Text.QualifiedName(start, end), function);
        }
    }

    /// <summary>Notes x.f, which is f(x) where x has no column f; whether it has one only the server knows, but these are its own functions.</summary>
    public static void NoteAttribute(QueryState query, int index)
    {
        ref readonly var token = ref query.Text[index];
        if (token.Word is { Function: not (PostgresFunction.Unknown or PostgresFunction.Read) } word)
        {
            query.Found.AddCall(word.Text, word.Function);
        }
    }

    /// <summary>Notes (row).f, which is f(row), too; where the parentheses hold a row as a whole there is little else to think of. What a function returns has the function's fields.</summary>
    public static void NoteField(QueryState query, int dot)
    {
        var close = dot - 1;
        if (!query.Text[close].Is(')') || PostgresFields.Are(query.Text.Name(dot + 1)))
        {
            return;
        }

        var open = Opening(query, close);
        while (open >= 0 && query.Text[open + 1].Is('(') && query.Text.Closing(open + 1) == close - 1)
        {
            (open, close) = (open + 1, close - 1);
        }

        var name = open < 0 || !query.Text[open + 1].IsName ? -1 : query.Text.EndOfName(open + 1);
        if (name < 0 || !query.Text[name].Is('(') || query.Text.Closing(name) != close - 1)
        {
            query.Found.AddCall(query.Text.Name(dot + 1), PostgresFunction.Unknown);
        }
    }

    // OPERATOR(pg_catalog.+)
    private static void NamedOperator(QueryState query, int open)
    {
        var name = open + 1;
        while (query.Text[name].IsName && query.Text[name + 1].Is('.'))
        {
            name += 2;
        }

        var own = name == open + 1 || (name == open + 3 && query.Text.IsNamed(open + 1, "pg_catalog"));
        if (!own || query.Text[name].Kind != PostgresTokenKind.Operator || !PostgresWords.IsKnownOperator(query.Text.Spelling(name)))
        {
            query.Found.AddOperator("named by OPERATOR()");
        }
    }

    private static int Opening(QueryState query, int close)
    {
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            depth += query.Text[i].Is(')') ? 1 : query.Text[i].Is('(') ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
