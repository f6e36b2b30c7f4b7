namespace Legator.Core.Actions.Classification.Http.GraphQl;

/// <summary>Tokens of a GraphQL document (October 2021 edition, section 2): comments, commas and byte order marks are ignored, strings are skipped as a whole.</summary>
internal ref struct GraphQlLexer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _start;

    /// <summary>The kind of the current token.</summary>
    public GraphQlToken Kind { get; private set; }

    /// <summary>The current token when it is a punctuator.</summary>
    public char Punctuator { get; private set; }

    /// <summary>The characters of the current token.</summary>
    public readonly ReadOnlySpan<char> Value => _text[_start.._at];

    /// <summary>Goes to the next token.</summary>
    public void Next()
    {
        SkipIgnored();
        _start = _at;
        Punctuator = '\0';
        if (_at == _text.Length)
        {
            Kind = GraphQlToken.End;
            return;
        }

        var c = _text[_at];
        Kind = c switch
        {
            '"' => String(),
            '.' => Spread(),
            '-' or (>= '0' and <= '9') => Number(),
            '_' => Name(),
            '!' or '$' or '&' or '(' or ')' or ':' or '=' or '@' or '[' or ']' or '{' or '|' or '}' => Punctuate(c),
            _ => char.IsAsciiLetter(c) ? Name() : GraphQlToken.Wrong,
        };
    }

    private void SkipIgnored()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '#')
            {
                var end = _text[_at..].IndexOfAny('\n', '\r');
                _at = end < 0 ? _text.Length : _at + end;
            }
            else if (c is not (' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF'))
            {
                return;
            }
            else
            {
                _at++;
            }
        }
    }

    private GraphQlToken Punctuate(char c)
    {
        Punctuator = c;
        _at++;
        return GraphQlToken.Punctuator;
    }

    private GraphQlToken Spread()
    {
        var spread = _text[_at..].StartsWith("...");
        _at += spread ? 3 : 1;
        return spread ? GraphQlToken.Spread : GraphQlToken.Wrong;
    }

    private GraphQlToken Name()
    {
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        return GraphQlToken.Name;
    }

    private GraphQlToken Number()
    {
        _at++;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] is '.' or 'e' or 'E' or '+' or '-'))
        {
            _at++;
        }

        return GraphQlToken.Number;
    }

    private GraphQlToken String()
    {
        if (_text[_at..].StartsWith("\"\"\""))
        {
            return BlockString();
        }

        for (_at++; _at < _text.Length && _text[_at] is not ('\n' or '\r'); _at++)
        {
            if (_text[_at] == '"')
            {
                _at++;
                return GraphQlToken.Text;
            }

            _at += _text[_at] == '\\' && _at + 1 < _text.Length ? 1 : 0;
        }

        return GraphQlToken.Wrong;
    }

    private GraphQlToken BlockString()
    {
        _at += 3;
        while (true)
        {
            var end = _text[_at..].IndexOf("\"\"\"");
            if (end < 0)
            {
                _at = _text.Length;
                return GraphQlToken.Wrong;
            }

            _at += end + 3;
            if (end == 0 || _text[_at - 4] != '\\')
            {
                return GraphQlToken.Text;
            }
        }
    }
}
