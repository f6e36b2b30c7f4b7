using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private ArithmeticCommand ReadArithmeticCommand()
    {
        _at += 2;
        return new ArithmeticCommand(ReadArithmetic("))", counting: false));
    }

    // "((" begins an expression when "))" ends it; otherwise it is one subshell inside of another.
    private bool ClosesAsArithmetic(int index)
    {
        var open = 0;
        for (var i = index; i < _text.Length; i++)
        {
            switch (_text[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"' or '`':
                    i = SkipQuoted(i);
                    break;
                case '(':
                    open++;
                    break;
                case ')' when open == 0:
                    return CharAt(i + 1) == ')';
                case ')':
                    open--;
                    break;
            }
        }

        return true;
    }

    private int SkipQuoted(int index)
    {
        var quote = _text[index];
        for (var i = index + 1; i < _text.Length; i++)
        {
            if (_text[i] == '\\' && quote != '\'')
            {
                i++;
            }
            else if (_text[i] == quote)
            {
                return i;
            }
        }

        return _text.Length;
    }

    private ParsedWord ReadArithmetic(string close, bool counting)
    {
        Enter();
        var start = _at;
        var pieces = new PieceBuilder();
        var open = 0;
        while (open > 0 || !AtClose(close))
        {
            if (AtEnd)
            {
                throw Problem($"'{close}' is missing after an expression.");
            }

            var c = Current;
            if (c is '\\' or '"' or '$' or '`' or '\'')
            {
                ReadOperandPart(pieces, Quoting.None);
                continue;
            }

            open += IsOpening(c, close) ? 1 : IsClosing(c, close) ? -1 : 0;
            if (open < 0 || (c is ';' && !counting) || c is '{' or '}')
            {
                throw Problem($"'{c}' has no place in an expression.");
            }

            pieces.Append(c, Quoting.None);
            _at++;
        }

        _at += close.Length;
        Leave();
        return pieces.Build(_text[start..(_at - close.Length)]);
    }

    private static bool IsOpening(char c, string close) => c == (close == "]" ? '[' : '(');

    private static bool IsClosing(char c, string close) => c == close[0];

    private bool AtClose(string close) => Current == close[0] && (close.Length == 1 || Peek(1) == close[1]);
}
