namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Walks over a query, or a statement that changes rows, once and without recursion: finds what would change something at any depth, every function, and every table.
/// It does not hold a statement against the whole grammar: the server refuses what is not well formed. What it must never do is take a call for something else.</summary>
internal sealed partial class PostgresQuery
{
    // The server's own stack ends long before.
    private const int DeepestLevel = 10_000;

    private readonly PostgresText _text;
    private readonly StatementFindings _found;
    private QueryLevel[] _levels = new QueryLevel[8];
    private int _depth;
    private int _at;

    // An operand has just ended, so that another one cannot begin.
    private bool _operand;
    private PostgresKeyword _previous;

    private PostgresQuery(PostgresText text, StatementFindings found)
    {
        _text = text;
        _found = found;
    }

    /// <summary>Why the statement cannot be read; null when it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>Walks from one token to another.</summary>
    /// <returns>Why the statement cannot be read; null when it could.</returns>
    public static string? Walk(PostgresText text, int from, int to, StatementFindings found)
    {
        var query = new PostgresQuery(text, found) { _at = from };
        query._levels[0].First = from;
        while (query.Problem is null && query._at < to)
        {
            query.Step();
        }

        return query.Problem ?? (query._depth > 0 ? "A parenthesis is not closed." : null);
    }

    private void Step()
    {
        ref readonly var token = ref _text[_at];
        switch (token.Kind)
        {
            case PostgresTokenKind.Word:
                Word(token.Word);
                break;
            case PostgresTokenKind.QuotedName:
                Name();
                break;
            case PostgresTokenKind.Symbol:
                Symbol(token.Symbol);
                break;
            case PostgresTokenKind.Operator:
                Operator();
                break;
            case PostgresTokenKind.Text:
                _found.NoteText(_text.Spelling(_at));
                Operand();
                break;
            default:
                Operand();
                break;
        }
    }

    private void Symbol(char symbol)
    {
        switch (symbol)
        {
            case '(':
            case '[':
                Open(QueryLevelKind.Plain, _levels[_depth].Clause == QueryClause.From && !_operand && _previous != PostgresKeyword.Using ? QueryClause.From : QueryClause.None);
                break;
            case ')':
            case ']':
                Close();
                break;
            case ',':
                Comma();
                break;
            case '.':
                Attribute();
                break;
            case 't':
                Type();
                break;
            case ';':
                Problem = "A ';' stands inside of parentheses.";
                break;
            default:
                Sign();
                break;
        }
    }

    private void Open(QueryLevelKind kind, QueryClause clause = QueryClause.None)
    {
        var opens = _previous == PostgresKeyword.Distinct;
        if (++_depth == _levels.Length)
        {
            Array.Resize(ref _levels, _depth * 2);
        }

        if (_depth > DeepestLevel)
        {
            Problem = "The parentheses are too deep.";
            return;
        }

        _at++;
        _levels[_depth] = new QueryLevel { First = _at, Kind = kind, Clause = clause, Opens = opens };
        _operand = false;
        _previous = PostgresKeyword.None;
    }

    private void Close()
    {
        if (_depth == 0)
        {
            Problem = "A parenthesis closes that was not opened.";
            return;
        }

        _at++;
        _operand = !_levels[_depth--].Opens;
        _previous = PostgresKeyword.None;
    }

    private void Comma()
    {
        ref var level = ref _levels[_depth];
        if (level.Clause == QueryClause.On)
        {
            level.Clause = QueryClause.From;
        }

        Sign();
    }

    // What an expression may follow.
    private void Sign()
    {
        _at++;
        _operand = false;
        _previous = PostgresKeyword.None;
    }

    private void Operand()
    {
        _at++;
        _operand = true;
        _previous = PostgresKeyword.None;
    }

    // (x).name calls name(x) when x has no such field.
    private void Attribute()
    {
        if (_text[_at + 1].IsName)
        {
            CheckAttribute(_at + 1);
            CheckField(_at);
            _at++;
        }

        Operand();
    }

    // The name of a type, behind ::.
    private void Type()
    {
        _at++;
        if (_text[_at].IsName)
        {
            _at = _text.EndOfName(_at);
            _operand = true;
            _previous = PostgresKeyword.None;
            if (_text[_at].Is('('))
            {
                Open(QueryLevelKind.Plain);
            }
        }
    }

    private void Operator()
    {
        var spelling = _text.Spelling(_at);
        if (spelling.SequenceEqual("*") && (!_operand || _levels[_depth].Clause == QueryClause.From))
        {
            // All columns, or a table with its descendants.
            _found.ShowsAll |= _at == 0 || !_text[_at - 1].Is('(');
            Operand();
            return;
        }

        if (!PostgresWords.IsKnownOperator(spelling))
        {
            _found.AddOperator(spelling.Length > 60 ? "that is spelled so" : spelling.ToString());
        }

        Sign();
    }
}
