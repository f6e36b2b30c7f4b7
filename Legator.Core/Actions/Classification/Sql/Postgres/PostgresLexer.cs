namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Cuts a text into tokens exactly where the server does: nested comments, dollar quotes, escapes, operators that end at a comment.</summary>
internal ref struct PostgresLexer
{
    private readonly string _text;
    private readonly bool _backslashes;
    private PostgresToken[] _tokens;
    private int _count;
    private int _at;
    private string? _problem;

    private PostgresLexer(string text, bool backslashes)
    {
        _text = text;
        _backslashes = backslashes;
        _tokens = new PostgresToken[Math.Clamp(text.Length / 3, 16, 512)];
    }

    /// <summary>A backslash stood before a quote in a plain string, so that the text ends elsewhere for a server whose <c>standard_conforming_strings</c> is off.</summary>
    public bool Ambiguous { get; private set; }

    /// <summary>Why the text cannot be cut; null when it could.</summary>
    public readonly string? Problem => _problem;

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="backslashes">True to take backslashes in plain strings for escapes, as a server does whose <c>standard_conforming_strings</c> is off.</param>
    /// <param name="lexer">Says what was noticed.</param>
    public static PostgresText? Read(string text, bool backslashes, out PostgresLexer lexer)
    {
        lexer = new PostgresLexer(text, backslashes);
        while (lexer._problem is null && lexer.SkipSpace())
        {
            lexer.Next();
        }

        if (lexer._problem is not null)
        {
            return null;
        }

        for (var i = 0; i < 3; i++)
        {
            lexer.Add(PostgresTokenKind.End, text.Length);
        }

        return new PostgresText(text, lexer._tokens);
    }

    private readonly char Peek(int offset = 1) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    // False at the end of the text.
    private bool SkipSpace()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is ' ' or '\n' or '\t' or '\r' or '\f' or '\v')
            {
                _at++;
            }
            else if (c == '-' && Peek() == '-')
            {
                _at = PostgresQuotes.EndOfLine(_text, _at);
            }
            else if (c == '/' && Peek() == '*')
            {
                SkipComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipComment()
    {
        var end = PostgresQuotes.EndOfComment(_text, _at);
        if (end < 0)
        {
            Fail("A comment is not closed.");
            end = _text.Length;
        }

        _at = end;
    }

    private void Next()
    {
        var c = _text[_at];
        if (char.IsAsciiLetter(c) || c == '_' || c >= 0x80 && c is not ('\uFF1B' or '\u037E'))
        {
            Word(c);
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek())))
        {
            Add(PostgresTokenKind.Number, PostgresQuotes.EndOfNumber(_text, _at));
        }
        else if (c is '(' or ')' or ',' or ';' or '[' or ']' or '.' or ':' || (c == '=' && Peek() == '>'))
        {
            Symbol(c);
        }
        else if (c == '\'')
        {
            String(_at, _backslashes);
        }
        else if (c == '"')
        {
            QuotedName(_at);
        }
        else if (c == '$')
        {
            Dollar();
        }
        else
        {
            Operator();
        }
    }

    private void Word(char c)
    {
        var next = Peek();
        if (next == '\'' && c is 'e' or 'E' or 'b' or 'B' or 'x' or 'X' or 'n' or 'N')
        {
            String(_at + 1, c is 'e' or 'E' || (c is 'n' or 'N' && _backslashes));
        }
        else if (next == '&' && c is 'u' or 'U' && Peek(2) == '\'')
        {
            // With standard_conforming_strings off the server refuses these.
            String(_at + 2, backslashes: false);
        }
        else if (next == '&' && c is 'u' or 'U' && Peek(2) == '"')
        {
            UnicodeName();
        }
        else
        {
            var end = PostgresQuotes.EndOfWord(_text, _at);
            Add(PostgresTokenKind.Word, end, word: PostgresWords.Unquoted(_text.AsSpan(_at, end - _at)));
        }
    }

    private void String(int quote, bool backslashes)
    {
        var end = PostgresQuotes.EndOfString(_text, quote, backslashes, out var escapedQuote);
        if (end < 0)
        {
            Fail("A string is not closed.");
            return;
        }

        Ambiguous |= escapedQuote && !backslashes;
        Add(PostgresTokenKind.Text, end);
    }

    private void QuotedName(int quote)
    {
        var value = PostgresQuotes.Name(_text, quote, out var end);
        if (value is null)
        {
            Fail("A quoted name is empty or not closed.");
            return;
        }

        Add(PostgresTokenKind.QuotedName, end, word: PostgresWords.Quoted(value), value: value);
    }

    private void UnicodeName()
    {
        var spelled = PostgresQuotes.Name(_text, _at + 2, out var end);
        var escape = PostgresQuotes.UnicodeEscape(_text, ref end);
        var value = spelled is null ? null : PostgresQuotes.Decode(spelled, escape);
        if (value is null)
        {
            Fail("A quoted name with escapes cannot be read.");
            return;
        }

        Add(PostgresTokenKind.QuotedName, end, word: PostgresWords.Quoted(value), value: value);
    }

    private void Dollar()
    {
        if (char.IsAsciiDigit(Peek()))
        {
            var digits = _at + 1;
            while (digits < _text.Length && char.IsAsciiDigit(_text[digits]))
            {
                digits++;
            }

            Add(PostgresTokenKind.Parameter, digits);
            return;
        }

        var end = PostgresQuotes.EndOfDollarQuote(_text, _at);
        if (end < 0)
        {
            Fail("A dollar-quoted string is not closed.");
            return;
        }

        Add(PostgresTokenKind.Text, end);
    }

    private void Symbol(char c)
    {
        var (symbol, length) = (c, Peek()) switch
        {
            (':', ':') => ('t', 2),
            (':', '=') => ('a', 2),
            ('.', '.') => ('r', 2),
            // Three or more make an operator of their own.
            ('=', '>') => PostgresQuotes.EndOfOperator(_text, _at) == _at + 2 ? ('n', 2) : ('\0', 0),
            _ => (c, 1),
        };
        if (length == 0)
        {
            Operator();
            return;
        }

        Add(PostgresTokenKind.Symbol, _at + length, symbol);
    }

    private void Operator()
    {
        var end = PostgresQuotes.EndOfOperator(_text, _at);
        if (end == _at)
        {
            Fail($"There is no SQL with the character U+{(int)_text[_at]:X4} outside of quotes.");
            return;
        }

        Add(PostgresTokenKind.Operator, end);
    }

    private void Fail(string problem) => _problem ??= problem;

    private void Add(PostgresTokenKind kind, int end, char symbol = '\0', PostgresWord? word = null, string? value = null)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        _tokens[_count++] = new PostgresToken(kind, symbol, _at, end - _at, word, value);
        _at = end;
    }
}
