using System.Text;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    // What a dollar begins, or the dollar itself.
    private void ReadDollar(PieceBuilder pieces, Quoting quoting)
    {
        var next = Peek(1);
        switch (next)
        {
            case '(' when Peek(2) == '(' && ClosesAsArithmetic(_at + 3):
                _at += 3;
                pieces.Add(new ArithmeticPiece(ReadArithmetic("))", counting: false), quoting));
                break;
            case '(':
                ReadSubstitution(pieces, quoting);
                break;
            case '{':
                pieces.Add(ReadBracedParameter(quoting));
                break;
            case '[':
                _at += 2;
                pieces.Add(new ArithmeticPiece(ReadArithmetic("]", counting: false), quoting));
                break;
            case '\'' when quoting != Quoting.Quoted && !_context.Plain:
                ReadAnsiQuotes(pieces);
                break;
            case '"' when quoting != Quoting.Quoted:
                _at++;
                ReadDoubleQuotes(pieces);
                break;
            case '\\' when Peek(2) == '\n':
                JoinLines(_at + 1);
                ReadDollar(pieces, quoting);
                break;
            default:
                ReadPlainParameter(pieces, quoting);
                break;
        }
    }

    private void ReadPlainParameter(PieceBuilder pieces, Quoting quoting)
    {
        var length = 1;
        if (Characters.IsNameStart(Peek(1)))
        {
            while (Characters.IsNamePart(Peek(length + 1)))
            {
                length++;
            }
        }
        else if (!char.IsAsciiDigit(Peek(1)) && !Characters.IsSpecialParameter(Peek(1)))
        {
            pieces.Append('$', quoting);
            _at++;
            return;
        }

        pieces.Add(new ParameterPiece(_text.Substring(_at + 1, length), _text.Substring(_at, length + 1), quoting));
        _at += length + 1;
    }

    private void ReadSubstitution(PieceBuilder pieces, Quoting quoting)
    {
        var start = _at;
        _at += 2;
        var body = ReadInnerList();
        pieces.Add(new CommandPiece(body, _text[start.._at], quoting));
    }

    private void ReadProcess(PieceBuilder pieces)
    {
        var start = _at;
        var writes = Current == '>';
        _at += 2;
        var body = ReadInnerList();
        pieces.Add(new ProcessPiece(body, _text[start.._at], writes));
    }

    // Commands up to the closing parenthesis. A here-document stays on one side of it.
    private CommandList ReadInnerList()
    {
        var outside = _pendingOutside;
        var before = _pending?.Count ?? 0;
        _pendingOutside = before;
        var body = ReadList();
        Expect(')');
        if ((_pending?.Count ?? 0) != before)
        {
            throw Problem("A here-document begins inside of a substitution and goes on outside of it.");
        }

        _pendingOutside = outside;
        return body;
    }

    private void ReadBackticks(PieceBuilder pieces, Quoting quoting, bool inDoubleQuotes)
    {
        var start = _at++;
        var inner = new StringBuilder();
        while (Current != '`')
        {
            if (AtEnd)
            {
                throw Problem("A backtick is not closed.");
            }

            var escaped = Current == '\\' && (Peek(1) is '`' or '\\' or '$' || (inDoubleQuotes && Peek(1) == '"'));
            inner.Append(escaped ? _text[_at + 1] : _text[_at]);
            _at += escaped ? 2 : 1;
        }

        _at++;
        Enter();
        var body = new ShellParser(inner.ToString(), _context, _depth).ReadProgram();
        Leave();
        pieces.Add(new CommandPiece(body, _text[start.._at], quoting));
    }

    private void ReadAnsiQuotes(PieceBuilder pieces)
    {
        var start = _at + 2;
        _at = start;
        while (Current != '\'')
        {
            if (_at + 1 >= _text.Length)
            {
                throw Problem("A single quote is not closed.");
            }

            if (Current == '\\' && Peek(1) == '\'')
            {
                Doubt("A quote inside of $'…' ends the text in some shells, so they would read the rest differently.");
            }

            _at += Current == '\\' ? 2 : 1;
        }

        pieces.Append(AnsiText.Decode(_text.AsSpan(start, _at - start)), Quoting.Quoted);
        _at++;
    }
}
