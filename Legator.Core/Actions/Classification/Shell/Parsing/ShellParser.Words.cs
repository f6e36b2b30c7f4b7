using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private ParsedWord ReadWord()
    {
        var start = _at;
        var length = PlainLength();
        if (EndsWord(start + length))
        {
            _at += length;
            return length == 0 ? throw Problem("A word is missing.") : Plain(start);
        }

        if (length == 0 && Quoted() is { } quoted)
        {
            return quoted;
        }

        var pieces = new PieceBuilder();
        while (!AtEnd && ReadWordPart(pieces))
        {
        }

        return _at == start ? throw Problem("A word is missing.") : pieces.Build(_text[start.._at]);
    }

    private ParsedWord Plain(int start) => new(_text[start.._at]);

    // A word that stands in single quotes as a whole.
    private ParsedWord? Quoted()
    {
        var end = Current == '\'' ? _text.IndexOf('\'', _at + 1) : -1;
        if (end < 0 || !EndsWord(end + 1))
        {
            return null;
        }

        var start = _at;
        _at = end + 1;
        return new ParsedWord([new LiteralPiece(_text[(start + 1)..end], Quoting.Quoted)], _text[start.._at]);
    }

    private int PlainLength()
    {
        var length = _text.AsSpan(_at).IndexOfAny(Characters.Special);
        return length < 0 ? _text.Length - _at : length;
    }

    // True when an unquoted word ends before this character.
    private bool EndsWord(int index)
    {
        if (index >= _text.Length)
        {
            return true;
        }

        return _text[index] switch
        {
            ' ' or '\t' or '\n' or ';' or '&' or '|' or ')' => true,
            '<' or '>' => CharAt(index + 1) != '(',
            '(' => index == _at || !Characters.IsPatternSign(_text[index - 1]),
            _ => false,
        };
    }

    // False at the end of the word.
    private bool ReadWordPart(PieceBuilder pieces)
    {
        var length = PlainLength();
        if (length > 0)
        {
            pieces.Append(_text.AsSpan(_at, length), Quoting.None);
            var pattern = CharAt(_at + length) == '(' && Characters.IsPatternSign(_text[_at + length - 1]);
            _at += length;
            if (pattern)
            {
                ReadPattern(pieces);
            }

            return true;
        }

        switch (Current)
        {
            case '\'':
                ReadSingleQuotes(pieces);
                return true;
            case '"':
                ReadDoubleQuotes(pieces);
                return true;
            case '\\':
                ReadEscape(pieces);
                return true;
            case '$':
                ReadDollar(pieces, Quoting.None);
                return true;
            case '`':
                ReadBackticks(pieces, Quoting.None, inDoubleQuotes: false);
                return true;
            case '<' or '>' when Peek(1) == '(':
                ReadProcess(pieces);
                return true;
            default:
                return false;
        }
    }

    private void ReadEscape(PieceBuilder pieces)
    {
        if (Peek(1) == '\n')
        {
            _at += 2;
            return;
        }

        pieces.Append(_at + 1 < _text.Length ? _text[_at + 1] : '\\', Quoting.Quoted);
        _at = Math.Min(_at + 2, _text.Length);
    }

    private void ReadSingleQuotes(PieceBuilder pieces)
    {
        var end = _text.IndexOf('\'', _at + 1);
        if (end < 0)
        {
            throw Problem("A single quote is not closed.");
        }

        pieces.Append(_text.AsSpan(_at + 1, end - _at - 1), Quoting.Quoted);
        _at = end + 1;
    }

    private void ReadDoubleQuotes(PieceBuilder pieces)
    {
        Enter();
        _at++;
        pieces.Append("", Quoting.Quoted);
        while (Current != '"')
        {
            if (AtEnd)
            {
                throw Problem("A double quote is not closed.");
            }

            ReadDoubleQuoted(pieces);
        }

        _at++;
        Leave();
    }

    private void ReadDoubleQuoted(PieceBuilder pieces)
    {
        switch (Current)
        {
            case '\\':
                ReadDoubleQuotedEscape(pieces, quoteCounts: true);
                break;
            case '$':
                ReadDollar(pieces, Quoting.Quoted);
                break;
            case '`':
                ReadBackticks(pieces, Quoting.Quoted, inDoubleQuotes: true);
                break;
            default:
                pieces.Append(_text[_at++], Quoting.Quoted);
                break;
        }
    }

    // A backslash counts before few characters only; elsewhere it stands for itself.
    private void ReadDoubleQuotedEscape(PieceBuilder pieces, bool quoteCounts)
    {
        var next = Peek(1);
        if (next == '\n')
        {
            _at += 2;
        }
        else if (next is '$' or '`' or '\\' || (next == '"' && quoteCounts))
        {
            pieces.Append(next, Quoting.Quoted);
            _at += 2;
        }
        else
        {
            pieces.Append('\\', Quoting.Quoted);
            _at++;
        }
    }

    // The parentheses after one of ? * + @ !, with their contents.
    private void ReadPattern(PieceBuilder pieces)
    {
        Enter();
        pieces.Append('(', Quoting.Pattern);
        _at++;
        while (Current != ')')
        {
            if (AtEnd)
            {
                throw Problem("A pattern is not closed.");
            }

            if (Current == '(')
            {
                ReadPattern(pieces);
            }
            else if (!ReadPatternPart(pieces))
            {
                pieces.Append(_text[_at++], Quoting.Pattern);
            }
        }

        pieces.Append(')', Quoting.Pattern);
        _at++;
        Leave();
    }

    private bool ReadPatternPart(PieceBuilder pieces) =>
        Current is '\'' or '"' or '\\' or '$' or '`' or '<' or '>' && ReadWordPart(pieces);
}
