namespace Legator.Core.Actions.Classification.Http.GraphQl;

/// <summary>Parses executable GraphQL documents (section 2.2 to 2.12): operations and fragments, to the last brace. What does not parse is not executable.</summary>
internal ref struct GraphQlParser
{
    private const int MaxDepth = 128;

    private GraphQlLexer _tokens;
    private int _depth;
    private bool _orders;

    /// <summary>Starts at the first token.</summary>
    public GraphQlParser(ReadOnlySpan<char> text)
    {
        _tokens = new GraphQlLexer(text);
        _tokens.Next();
    }

    /// <summary>The worst operation of the document.</summary>
    public GraphQlKind Document()
    {
        var worst = GraphQlKind.Query;
        var operations = 0;
        while (_tokens.Kind != GraphQlToken.End)
        {
            var kind = Definition(ref operations);
            worst = kind > worst ? kind : worst;
            if (worst == GraphQlKind.Unreadable)
            {
                return worst;
            }
        }

        return operations > 0 ? worst : GraphQlKind.Unreadable;
    }

    private GraphQlKind Definition(ref int operations)
    {
        if (IsPunctuator('{'))
        {
            operations++;
            return SelectionSet() ? Query() : GraphQlKind.Unreadable;
        }

        if (_tokens.Kind != GraphQlToken.Name)
        {
            return GraphQlKind.Unreadable;
        }

        if (_tokens.Value is "fragment")
        {
            return Fragment() ? GraphQlKind.Query : GraphQlKind.Unreadable;
        }

        var kind = _tokens.Value switch
        {
            "query" => GraphQlKind.Query,
            "subscription" => GraphQlKind.Subscription,
            "mutation" => GraphQlKind.Mutation,
            _ => GraphQlKind.Unreadable,
        };
        operations++;
        _tokens.Next();
        return kind == GraphQlKind.Unreadable || !Operation() ? GraphQlKind.Unreadable : kind == GraphQlKind.Query ? Query() : kind;
    }

    // A server may well delete on being asked { deleteUser }.
    private readonly GraphQlKind Query() => _orders ? GraphQlKind.Mutation : GraphQlKind.Query;

    private bool Operation()
    {
        if (_tokens.Kind == GraphQlToken.Name)
        {
            _tokens.Next();
        }

        return (!IsPunctuator('(') || Variables()) && Directives() && SelectionSet();
    }

    private bool Fragment()
    {
        _tokens.Next();
        var name = _tokens.Kind == GraphQlToken.Name && _tokens.Value is not "on";
        return name && TakeName() && _tokens.Kind == GraphQlToken.Name && _tokens.Value is "on" && TakeName() && TakeName() && Directives() && SelectionSet();
    }

    private bool Variables()
    {
        _tokens.Next();
        while (!IsPunctuator(')'))
        {
            if (!Take('$') || !TakeName() || !Take(':') || !Type() || (IsPunctuator('=') && !(Take('=') && Value())) || !Directives())
            {
                return false;
            }
        }

        return Take(')');
    }

    private bool Type()
    {
        if (++_depth > MaxDepth)
        {
            return false;
        }

        var read = IsPunctuator('[') ? Take('[') && Type() && Take(']') : TakeName();
        _depth--;
        return read && (!IsPunctuator('!') || Take('!'));
    }

    private bool Directives()
    {
        while (IsPunctuator('@'))
        {
            _tokens.Next();
            if (!TakeName() || !Arguments())
            {
                return false;
            }
        }

        return true;
    }

    private bool Arguments()
    {
        if (!IsPunctuator('('))
        {
            return true;
        }

        _tokens.Next();
        while (!IsPunctuator(')'))
        {
            if (!TakeName() || !Take(':') || !Value())
            {
                return false;
            }
        }

        return Take(')');
    }

    private bool Value()
    {
        if (++_depth > MaxDepth)
        {
            return false;
        }

        var read = _tokens.Kind switch
        {
            GraphQlToken.Name or GraphQlToken.Number or GraphQlToken.Text => Skip(),
            GraphQlToken.Punctuator when _tokens.Punctuator == '$' => Skip() && TakeName(),
            GraphQlToken.Punctuator when _tokens.Punctuator == '[' => Skip() && Items(),
            GraphQlToken.Punctuator when _tokens.Punctuator == '{' => Skip() && Fields(),
            _ => false,
        };
        _depth--;
        return read;
    }

    private bool Items()
    {
        while (!IsPunctuator(']'))
        {
            if (!Value())
            {
                return false;
            }
        }

        return Skip();
    }

    private bool Fields()
    {
        while (!IsPunctuator('}'))
        {
            if (!TakeName() || !Take(':') || !Value())
            {
                return false;
            }
        }

        return Skip();
    }

    private bool SelectionSet()
    {
        if (!Take('{') || ++_depth > MaxDepth || IsPunctuator('}'))
        {
            return false;
        }

        while (!IsPunctuator('}'))
        {
            if (!Selection())
            {
                return false;
            }
        }

        _depth--;
        return Skip();
    }

    private bool Selection()
    {
        if (_tokens.Kind == GraphQlToken.Spread)
        {
            _tokens.Next();
            var named = _tokens.Kind == GraphQlToken.Name && _tokens.Value is not "on";
            return named ? TakeName() && Directives()
                : (_tokens.Kind != GraphQlToken.Name || (TakeName() && TakeName())) && Directives() && SelectionSet();
        }

        return TakeField()
            && (!IsPunctuator(':') || (Take(':') && TakeField()))
            && Arguments() && Directives()
            && (!IsPunctuator('{') || SelectionSet());
    }

    private bool TakeField()
    {
        _orders |= _depth == 1 && _tokens.Kind == GraphQlToken.Name && MutationWords.OfField(_tokens.Value) != RiskTier.Read;
        return TakeName();
    }

    private readonly bool IsPunctuator(char c) => _tokens.Kind == GraphQlToken.Punctuator && _tokens.Punctuator == c;

    private bool Skip()
    {
        _tokens.Next();
        return true;
    }

    private bool Take(char c) => IsPunctuator(c) && Skip();

    private bool TakeName() => _tokens.Kind == GraphQlToken.Name && Skip();
}
