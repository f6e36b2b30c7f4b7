namespace Legator.Core.Actions.Classification.Sql.Postgres;

internal sealed partial class PostgresQuery
{
    // A name with its dots: a call, a table, a part of the statement, a column, an alias.
    private void Name()
    {
        var start = _at;
        var end = _text.EndOfName(start);
        var keyword = end == start + 1 ? _text[start].Keyword : PostgresKeyword.None;
        NoteSecrets(start, end);
        if (_text[end].Is('('))
        {
            _at = end;
            Parenthesis(start, end, keyword);
            return;
        }

        ref readonly var level = ref _levels[_depth];
        if (level.Clause == QueryClause.From && !_operand)
        {
            Table(start, end);
        }
        else if (level.Clause == QueryClause.With && !_operand && end == start + 1)
        {
            _found.AddOwnName(_text.Name(start));
        }
        else if (end > start + 1)
        {
            CheckAttribute(end - 1);
        }

        _at = end;
        _operand = true;
        _previous = keyword;
        SkipAllColumns();
    }

    // The star of t.*
    private void SkipAllColumns()
    {
        if (_text[_at].Is('.') && _text[_at + 1].Kind == PostgresTokenKind.Operator && _text.Spelling(_at + 1)[0] == '*')
        {
            _found.ShowsAll = true;
            _at += 2;
        }
    }

    private void Table(int start, int end)
    {
        if (_text[end].Keyword == PostgresKeyword.From)
        {
            // ROWS FROM (…)
            return;
        }

        var name = _text.QualifiedName(start, end);
        if (end > start + 1 || _found.OwnNames is null || !_found.OwnNames.Contains(name))
        {
            _found.AddTable(name);
        }
    }

    // A name and a parenthesis: a call, unless it must be something else.
    private void Parenthesis(int start, int end, PostgresKeyword keyword)
    {
        ref readonly var token = ref _text[start];
        ref readonly var level = ref _levels[_depth];
        var single = end == start + 1;
        var previous = _previous;
        _previous = PostgresKeyword.None;
        if (single && token.Kind == PostgresTokenKind.Word && IsSyntax(start, token.Word, keyword, previous))
        {
            Open(QueryLevelKind.Plain);
        }
        else if (IsListOfColumns(level, single))
        {
            if (level.Clause == QueryClause.With)
            {
                _found.AddOwnName(_text.Name(start));
            }

            Open(QueryLevelKind.Columns);
        }
        else
        {
            Call(start, end);
            OpenCall(start, single);
        }
    }

    private void OpenCall(int start, bool single)
    {
        Open(QueryLevelKind.Plain);

        // OPERATOR(schema.+) is an operator, whoever's it is.
        _levels[_depth].Opens = single && _text[start].Kind == PostgresTokenKind.Word && _text.Spelling(start).Equals("operator", StringComparison.OrdinalIgnoreCase);
    }

    private bool IsListOfColumns(in QueryLevel level, bool single) =>
        level.Kind == QueryLevelKind.Columns ? _operand
        : level.Clause == QueryClause.From ? _operand && single
        : level.Clause == QueryClause.With && !_operand && single;

    private bool IsSyntax(int at, PostgresWord? word, PostgresKeyword keyword, PostgresKeyword previous)
    {
        if (word is null)
        {
            return false;
        }

        if (word.Class == PostgresWordClass.Column)
        {
            return true;
        }

        var level = _levels[_depth].Clause;
        return keyword switch
        {
            PostgresKeyword.Over or PostgresKeyword.Filter => _operand && (_text[at - 1].Is(')') || _text.IsNamed(at - 1, "nulls")),
            PostgresKeyword.Escape or PostgresKeyword.Value or PostgresKeyword.Passing
                or PostgresKeyword.Columns or PostgresKeyword.Varying => _operand,
            PostgresKeyword.By => previous is PostgresKeyword.Order or PostgresKeyword.Group or PostgresKeyword.Partition,
            PostgresKeyword.Sets => previous == PostgresKeyword.Grouping,
            PostgresKeyword.Rollup or PostgresKeyword.Cube => level == QueryClause.Tail
                && (previous == PostgresKeyword.By || _text[at - 1].Is(',') || _text[at - 1].Is('(') || previous is PostgresKeyword.All or PostgresKeyword.Distinct),
            PostgresKeyword.Repeatable => _operand && level == QueryClause.From && _text[at - 1].Is(')'),
            PostgresKeyword.Conflict => previous == PostgresKeyword.On,
            PostgresKeyword.Set => _operand || previous == PostgresKeyword.Update,
            PostgresKeyword.Second => previous is PostgresKeyword.To or PostgresKeyword.Interval || _text[at - 1].Kind == PostgresTokenKind.Text,
            PostgresKeyword.First or PostgresKeyword.Next => previous == PostgresKeyword.Fetch,
            _ => false,
        };
    }

    private void Call(int start, int end)
    {
        ref readonly var last = ref _text[end - 1];
        var function = last.Word?.Function ?? PostgresFunction.Unknown;
        if (end == start + 3)
        {
            function = _text.IsNamed(start, "pg_catalog") ? function
                : _text.IsNamed(start, "information_schema") && _text.Name(start + 2).StartsWith("_pg_", StringComparison.Ordinal) ? PostgresFunction.Read
                : PostgresFunction.Unknown;
        }
        else if (end > start + 3)
        {
            function = PostgresFunction.Unknown;
        }
        else if (last.Kind == PostgresTokenKind.Word && last.Length == 8 && _text.Spelling(start).Equals("operator", StringComparison.OrdinalIgnoreCase))
        {
            NamedOperator(end);
            return;
        }

        if (last.Word?.Text == "current_setting" && !PostgresSettings.IsShown(_text, end + 1))
        {
            _found.AddDelicate("current_setting");
        }

        if (function != PostgresFunction.Read)
        {
            _found.AddCall(_text.QualifiedName(start, end), function);
        }
    }

    // OPERATOR(pg_catalog.+)
    private void NamedOperator(int open)
    {
        var name = open + 1;
        while (_text[name].IsName && _text[name + 1].Is('.'))
        {
            name += 2;
        }

        var own = name == open + 1 || (name == open + 3 && _text.IsNamed(open + 1, "pg_catalog"));
        if (!own || _text[name].Kind != PostgresTokenKind.Operator || !PostgresWords.IsKnownOperator(_text.Spelling(name)))
        {
            _found.AddOperator("named by OPERATOR()");
        }
    }

    // x.f is f(x) where x has no column f; whether it has one only the server knows, but these are its own functions.
    private void CheckAttribute(int index)
    {
        ref readonly var token = ref _text[index];
        if (token.Word is { Function: not (PostgresFunction.Unknown or PostgresFunction.Read) } word)
        {
            _found.AddCall(word.Text, word.Function);
        }
    }

    // (row).f is f(row), too, and where the parentheses hold a row as a whole there is little else to think of. What a function returns has the function's fields.
    private void CheckField(int dot)
    {
        var close = dot - 1;
        if (!_text[close].Is(')') || PostgresFields.Are(_text.Name(dot + 1)))
        {
            return;
        }

        var open = Opening(close);
        while (open >= 0 && _text[open + 1].Is('(') && _text.Closing(open + 1) == close - 1)
        {
            (open, close) = (open + 1, close - 1);
        }

        var name = open < 0 || !_text[open + 1].IsName ? -1 : _text.EndOfName(open + 1);
        if (name < 0 || !_text[name].Is('(') || _text.Closing(name) != close - 1)
        {
            _found.AddCall(_text.Name(dot + 1), PostgresFunction.Unknown);
        }
    }

    private int Opening(int close)
    {
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            depth += _text[i].Is(')') ? 1 : _text[i].Is('(') ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private void NoteSecrets(int start, int end)
    {
        for (var i = start; i < end; i += 2)
        {
            if (_text[i].Word is { Secret: true } secret)
            {
                _found.AddSecret(secret.Text);
            }
            else if (_text[i].Word is { Delicate: true } delicate)
            {
                _found.AddDelicate(delicate.Text);
            }
        }
    }
}
