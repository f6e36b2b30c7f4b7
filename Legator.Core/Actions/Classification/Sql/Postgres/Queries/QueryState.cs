namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>Where a walk over a query stands: at which token, in which parentheses, behind what.</summary>
/// <param name="text">The text.</param>
/// <param name="found">What was found.</param>
/// <param name="from">The first token.</param>
internal sealed class QueryState(PostgresText text, StatementFindings found, int from)
{
    // The server's own stack ends long before.
    private const int DeepestLevel = 10_000;

    private QueryLevel[] _levels = Begin(from);
    private int _depth;

    public PostgresText Text { get; } = text;

    public StatementFindings Found { get; } = found;

    /// <summary>Index of the token that is next.</summary>
    public int At { get; set; } = from;

    /// <summary>True when an operand has just ended, so that another one cannot begin.</summary>
    public bool Operand { get; set; }

    /// <summary>The keyword that has just been, where it says what may follow.</summary>
    public PostgresKeyword Previous { get; set; }

    /// <summary>Why the statement cannot be read; null when it could.</summary>
    public string? Problem { get; set; }

    public ref readonly PostgresToken Current => ref Text[At];

    public ref readonly PostgresToken Next => ref Text[At + 1];

    /// <summary>The innermost parentheses.</summary>
    public ref QueryLevel Level => ref _levels[_depth];

    /// <summary>True outside of all parentheses.</summary>
    public bool IsOutermost => _depth == 0;

    /// <summary>Takes an opening parenthesis.</summary>
    public void Open(QueryLevelKind kind, QueryClause clause = QueryClause.None)
    {
        var opens = Previous == PostgresKeyword.Distinct;
        if (++_depth == _levels.Length)
        {
            Array.Resize(ref _levels, _depth * 2);
        }

        if (_depth > DeepestLevel)
        {
            Problem = "The parentheses are too deep.";
            return;
        }

        At++;
        _levels[_depth] = new QueryLevel { First = At, Kind = kind, Clause = clause, Opens = opens };
        Operand = false;
        Previous = PostgresKeyword.None;
    }

    /// <summary>Takes a closing parenthesis.</summary>
    public void Close()
    {
        if (_depth == 0)
        {
            Problem = "A parenthesis closes that was not opened.";
            return;
        }

        At++;
        Operand = !_levels[_depth--].Opens;
        Previous = PostgresKeyword.None;
    }

    /// <summary>Takes what an expression may follow.</summary>
    public void TakeSign() => TakeKeyword(PostgresKeyword.None);

    /// <summary>Takes a keyword behind which an operand may begin.</summary>
    public void TakeKeyword(PostgresKeyword keyword)
    {
        At++;
        Operand = false;
        Previous = keyword;
    }

    /// <summary>Takes an operand of one token.</summary>
    public void TakeOperand() => TakeOperand(At + 1);

    /// <summary>Takes an operand.</summary>
    /// <param name="end">The token behind it.</param>
    public void TakeOperand(int end)
    {
        At = end;
        Operand = true;
        Previous = PostgresKeyword.None;
    }

    private static QueryLevel[] Begin(int from)
    {
        var levels = new QueryLevel[8];
        levels[0].First = from;
        return levels;
    }
}
