namespace Legator.Core.Actions.Classification.Sql.Postgres;

internal sealed partial class PostgresQuery
{
    private void Word(PostgresWord? word)
    {
        if (word is null || word.Keyword == PostgresKeyword.None)
        {
            if (word?.Class == PostgresWordClass.Reserved)
            {
                Sign();
            }
            else
            {
                Name();
            }

            return;
        }

        Keyword(word);
    }

    private void Keyword(PostgresWord word)
    {
        switch (word.Keyword)
        {
            case PostgresKeyword.Select:
                Begin(QueryClause.Select, word);
                break;
            case PostgresKeyword.Values:
                Begin(QueryClause.Tail, word);
                break;
            case PostgresKeyword.Table:
                _found.ShowsAll = true;
                Begin(QueryClause.From, word);
                break;
            case PostgresKeyword.With:
                With(word);
                break;
            case PostgresKeyword.As:
                As();
                break;
            case PostgresKeyword.From:
                From(word);
                break;
            case PostgresKeyword.Into:
                Into();
                break;
            case PostgresKeyword.For:
                For(word);
                break;
            case PostgresKeyword.Insert or PostgresKeyword.Update or PostgresKeyword.Delete or PostgresKeyword.Merge when IsRowChange(word.Keyword):
                RowChange(word);
                break;
            default:
                Join(word);
                break;
        }
    }

    private void Join(PostgresWord word)
    {
        ref var level = ref _levels[_depth];
        var inTables = level.Clause is QueryClause.From or QueryClause.On;
        switch (word.Keyword)
        {
            case PostgresKeyword.On:
                level.Clause = level.Clause == QueryClause.From ? QueryClause.On : level.Clause;
                Clause(_previous == PostgresKeyword.Distinct ? PostgresKeyword.Distinct : PostgresKeyword.On);
                break;
            case PostgresKeyword.Using:
                level.Clause = level.Clause == QueryClause.Change ? QueryClause.From : level.Clause;
                Clause(word.Keyword);
                break;
            case PostgresKeyword.Join when inTables && (_operand || !_text[_at + 1].Is('(')):
                level.Clause = QueryClause.From;
                Clause(word.Keyword);
                break;
            case PostgresKeyword.Left or PostgresKeyword.Right or PostgresKeyword.Full or PostgresKeyword.Inner or PostgresKeyword.Cross
                or PostgresKeyword.Natural or PostgresKeyword.Outer when inTables && _operand && !_text[_at + 1].Is('('):
                _at++;
                _previous = word.Keyword;
                break;
            default:
                Rest(word);
                break;
        }
    }

    private void Rest(PostgresWord word)
    {
        switch (word.Keyword)
        {
            case PostgresKeyword.Where or PostgresKeyword.Group or PostgresKeyword.Having or PostgresKeyword.Window or PostgresKeyword.Order
                or PostgresKeyword.Limit or PostgresKeyword.Offset or PostgresKeyword.Fetch or PostgresKeyword.Union or PostgresKeyword.Intersect
                or PostgresKeyword.Except or PostgresKeyword.Returning:
                _levels[_depth].Clause = QueryClause.Tail;
                Clause(word.Keyword);
                break;
            case PostgresKeyword.Tablesample when _operand && _levels[_depth].Clause == QueryClause.From:
                Sample();
                break;
            case PostgresKeyword.Like or PostgresKeyword.Ilike or PostgresKeyword.Similar or PostgresKeyword.Is when _operand || _previous == PostgresKeyword.Not:
                Clause(word.Keyword);
                break;
            case PostgresKeyword.Zone when _previous == PostgresKeyword.Time:
                Clause(word.Keyword);
                break;
            case PostgresKeyword.Null or PostgresKeyword.True or PostgresKeyword.False or PostgresKeyword.Default or PostgresKeyword.End
                or PostgresKeyword.User or PostgresKeyword.Session_User or PostgresKeyword.System_User or (>= PostgresKeyword.Current_Catalog and <= PostgresKeyword.Current_User)
                or PostgresKeyword.Localtime or PostgresKeyword.Localtimestamp:
                Operand();
                break;
            default:
                if (word.Class == PostgresWordClass.Reserved)
                {
                    Clause(word.Keyword);
                }
                else
                {
                    Name();
                }

                break;
        }
    }

    // TABLESAMPLE method (…) [REPEATABLE (…)]: both hold expressions.
    private void Sample()
    {
        Clause(PostgresKeyword.Tablesample);
        if (_text[_at].IsName && _text[_at + 1].Is('(') && _text.Name(_at) is "bernoulli" or "system" or "system_rows" or "system_time")
        {
            _at++;
            Open(QueryLevelKind.Plain);
        }
    }

    // A keyword behind which an operand may begin.
    private void Clause(PostgresKeyword keyword)
    {
        _at++;
        _operand = false;
        _previous = keyword;
    }

    private void Begin(QueryClause clause, PostgresWord word)
    {
        // A column may be called values.
        if (word.Keyword == PostgresKeyword.Values && !_text[_at + 1].Is('('))
        {
            Name();
            return;
        }

        ref var level = ref _levels[_depth];
        level.Query = true;
        level.Kind = QueryLevelKind.Plain;
        level.Clause = clause;
        Clause(word.Keyword);
    }

    private void With(PostgresWord word)
    {
        ref var level = ref _levels[_depth];
        if (_at != level.First)
        {
            // WITH TIES, WITH ORDINALITY, WITH TIME ZONE; and the WITH of an INSERT, whose parts stand in parentheses like any other.
            _at++;
            _previous = word.Keyword;
            return;
        }

        level.Query = true;
        level.Kind = QueryLevelKind.Plain;
        level.Clause = QueryClause.With;
        Clause(word.Keyword);
        if (_text[_at].Keyword == PostgresKeyword.Recursive)
        {
            _at++;
        }
    }

    // Behind AS stands a name, the name of a type, or a parenthesis.
    private void As()
    {
        var clause = _levels[_depth].Clause;
        _at++;
        if (_text[_at].Is('('))
        {
            Open(clause == QueryClause.From ? QueryLevelKind.Columns : QueryLevelKind.Plain);
            return;
        }

        if (clause == QueryClause.With && _text[_at].Keyword is PostgresKeyword.Materialized or PostgresKeyword.Not)
        {
            _at += _text[_at].Keyword == PostgresKeyword.Not ? 2 : 1;
            return;
        }

        if (!_text[_at].IsName)
        {
            return;
        }

        _at = _text.EndOfName(_at);
        _operand = true;
        _previous = PostgresKeyword.None;
        if (_text[_at].Is('('))
        {
            Open(QueryLevelKind.Columns);
        }
    }

    private void From(PostgresWord word)
    {
        ref var level = ref _levels[_depth];
        if (_previous != PostgresKeyword.Distinct && (level.Query || level.Clause == QueryClause.Change))
        {
            level.Clause = QueryClause.From;
        }

        Clause(word.Keyword);
    }

    // INTO is reserved: behind anything but INSERT and MERGE it makes a table.
    private void Into()
    {
        Clause(PostgresKeyword.Into);
        var name = _at;
        while (_text[name].Kind == PostgresTokenKind.Word && _text.Spelling(name) is var word
            && (word.Equals("temp", StringComparison.OrdinalIgnoreCase) || word.Equals("temporary", StringComparison.OrdinalIgnoreCase)
                || word.Equals("unlogged", StringComparison.OrdinalIgnoreCase) || word.Equals("table", StringComparison.OrdinalIgnoreCase)))
        {
            name++;
        }

        _found.AddChange(RiskTier.DestructiveMutation, "makes a table", _text[name].IsName ? _text.QualifiedName(name, _text.EndOfName(name)) : null);
    }

    private void For(PostgresWord word)
    {
        var next = _text[_at + 1].Keyword;
        var after = _text[_at + 2].Keyword;
        if (next is PostgresKeyword.Update or PostgresKeyword.Share
            || (next == PostgresKeyword.No && after == PostgresKeyword.Key)
            || (next == PostgresKeyword.Key && after == PostgresKeyword.Share))
        {
            _found.AddChange(RiskTier.ServiceMutation, "locks rows");
            _at++;
        }

        if (_levels[_depth].Query)
        {
            _levels[_depth].Clause = QueryClause.Tail;
        }

        Clause(word.Keyword);
    }

    private bool IsRowChange(PostgresKeyword keyword)
    {
        ref readonly var next = ref _text[_at + 1];
        return (_at == _levels[_depth].First || _levels[_depth].Clause == QueryClause.With) && keyword switch
        {
            PostgresKeyword.Update => next.IsName,
            PostgresKeyword.Delete => next.Keyword == PostgresKeyword.From,
            _ => next.Keyword == PostgresKeyword.Into,
        };
    }

    private void RowChange(PostgresWord word)
    {
        _at += word.Keyword == PostgresKeyword.Update ? 1 : 2;
        if (_text[_at].Keyword == PostgresKeyword.Only)
        {
            _at++;
            if (_text[_at].Is('('))
            {
                Open(QueryLevelKind.Columns);
            }
        }

        var end = _text[_at].IsName ? _text.EndOfName(_at) : _at;
        _found.AddRowChange(word.Text, end > _at ? _text.QualifiedName(_at, end) : "?");
        _at = end;
        _levels[_depth].Clause = QueryClause.Change;
        _operand = true;
        _previous = PostgresKeyword.None;
        if (word.Keyword == PostgresKeyword.Insert && _text[_at].Is('('))
        {
            Open(QueryLevelKind.Columns);
        }
    }
}
