using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private ParameterPiece ReadBracedParameter(Quoting quoting)
    {
        Enter();
        var start = _at;
        _at += 2;
        var length = Current == '#' && Peek(1) != '}' && StartsParameter(Peek(1)) && !(Characters.IsSpecialParameter(Peek(1)) && Peek(2) != '}');
        _at += length ? 1 : 0;
        var indirect = !length && Current == '!' && (Characters.IsNamePart(Peek(1)) || (Peek(1) is '@' or '*' or '#' && Peek(2) == '}'));
        _at += indirect ? 1 : 0;
        var name = ReadParameterName();
        var subscript = Current == '[' && Characters.IsNameStart(name[0]) ? ReadSubscript() : null;
        var sign = ReadParameterSign();
        var operand = sign.Length == 0 ? null : ReadOperand(quoting, sign);
        if (Current != '}')
        {
            throw Problem("'${' is not closed.");
        }

        _at++;
        Leave();
        return new ParameterPiece(name, _text[start.._at], quoting)
        {
            Indirect = indirect, Length = length, Subscript = subscript, Operator = sign, Operand = operand,
        };
    }

    private static bool StartsParameter(char c) => Characters.IsNamePart(c) || Characters.IsSpecialParameter(c);

    private string ReadParameterName()
    {
        var start = _at;
        if (Characters.IsNameStart(Current))
        {
            while (Characters.IsNamePart(Current))
            {
                _at++;
            }
        }
        else if (char.IsAsciiDigit(Current))
        {
            while (char.IsAsciiDigit(Current))
            {
                _at++;
            }
        }
        else if (Characters.IsSpecialParameter(Current))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Problem("'${' names no parameter.");
    }

    private string ReadParameterSign()
    {
        var length = (Current, Peek(1)) switch
        {
            ('}', _) => 0,
            (':', '-' or '=' or '?' or '+') => 2,
            ('#', '#') or ('%', '%') or ('^', '^') or (',', ',') or ('/', '/') => 2,
            ('/', '#' or '%') => 2,
            ('-' or '=' or '?' or '+' or ':' or '#' or '%' or '/' or '^' or ',', _) => 1,
            ('@', 'Q' or 'E' or 'P' or 'A' or 'a' or 'U' or 'u' or 'L' or 'K' or 'k') => 2,
            ('@' or '*', '}') => 1,
            _ => throw Problem("'${' holds a sign that is not known."),
        };
        var sign = _text.Substring(_at, length);
        _at += length;
        return sign;
    }

    // Text up to the closing brace. Inside of double quotes, single quotes are plain, except around patterns.
    private ParsedWord ReadOperand(Quoting quoting, string sign)
    {
        var pieces = new PieceBuilder();
        var start = _at;
        var pattern = sign[0] is '#' or '%' or '/' or '^' or ',';
        while (Current != '}')
        {
            if (AtEnd)
            {
                throw Problem("'${' is not closed.");
            }

            if (quoting == Quoting.Quoted && Current == '\'')
            {
                ReadDoubtfulQuote(pieces, pattern);
            }
            else if (Current == '\\' || Current == '"' || Current == '$' || Current == '`' || Current == '\'')
            {
                ReadOperandPart(pieces, quoting);
            }
            else if (Current is '<' or '>' && Peek(1) == '(' && quoting != Quoting.Quoted)
            {
                ReadProcess(pieces);
            }
            else
            {
                pieces.Append(_text[_at++], quoting);
            }
        }

        return pieces.Build(_text[start.._at]);
    }

    private void ReadOperandPart(PieceBuilder pieces, Quoting quoting)
    {
        switch (Current)
        {
            case '\\' when quoting == Quoting.Quoted && Peek(1) != '}':
                ReadDoubleQuotedEscape(pieces, quoteCounts: true);
                break;
            case '\\':
                ReadEscape(pieces);
                break;
            case '"':
                ReadDoubleQuotes(pieces);
                break;
            case '$':
                ReadDollar(pieces, quoting);
                break;
            case '`':
                ReadBackticks(pieces, quoting, inDoubleQuotes: quoting == Quoting.Quoted);
                break;
            default:
                ReadSingleQuotes(pieces);
                break;
        }
    }

    // Shells disagree on single quotes in "${x:-'…'}"; that matters only where they hold something that could end it or run.
    private void ReadDoubtfulQuote(PieceBuilder pieces, bool pattern)
    {
        var end = _text.IndexOf('\'', _at + 1);
        var brace = _text.IndexOf('}', _at + 1);
        if (end < 0 || brace < end || _text.AsSpan(_at + 1, end - _at - 1).IndexOfAny("}\"$`\\") >= 0)
        {
            Doubt("Shells disagree on single quotes inside of \"${…}\".");
        }

        if (pattern != _context.Plain)
        {
            ReadSingleQuotes(pieces);
        }
        else
        {
            pieces.Append(_text[_at++], Quoting.Quoted);
        }
    }
}
