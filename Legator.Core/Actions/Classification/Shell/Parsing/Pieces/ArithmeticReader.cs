using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads expressions: <c>((…))</c>, <c>$((…))</c>, <c>$[…]</c>.</summary>
internal static class ArithmeticReader
{
    /// <summary>Reads an expression that is a command.</summary>
    public static ArithmeticCommand ReadCommand(ShellCursor cursor)
    {
        cursor.At += 2;
        return new ArithmeticCommand(Read(cursor, "))", counting: false));
    }

    /// <summary>True for an expression: "((" begins one when "))" ends it; otherwise it is one subshell inside of another.</summary>
    public static bool Closes(ShellCursor cursor, int index)
    {
        var open = 0;
        for (var i = index; i < cursor.Text.Length; i++)
        {
            switch (cursor.Text[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"' or '`':
                    i = SkipQuoted(cursor, i);
                    break;
                case '(':
                    open++;
                    break;
                case ')' when open == 0:
                    return cursor.CharAt(i + 1) == ')';
                case ')':
                    open--;
                    break;
            }
        }

        return true;
    }

    /// <summary>Reads an expression and what closes it.</summary>
    public static ParsedWord Read(ShellCursor cursor, string close, bool counting)
    {
        cursor.Enter();
        var start = cursor.At;
        var pieces = new PieceBuilder();
        var open = 0;
        while (open > 0 || !AtClose(cursor, close))
        {
            if (cursor.AtEnd)
            {
                throw cursor.Problem($"'{close}' is missing after an expression.");
            }

            var c = cursor.Current;
            if (c is '\\' or '"' or '$' or '`' or '\'')
            {
                OperandReader.ReadPart(cursor, pieces, Quoting.None);
                continue;
            }

            open += IsOpening(c, close) ? 1 : IsClosing(c, close) ? -1 : 0;
            if (open < 0 || (c is ';' && !counting) || c is '{' or '}')
            {
                throw cursor.Problem($"'{c}' has no place in an expression.");
            }

            pieces.Append(c, Quoting.None);
            cursor.At++;
        }

        cursor.At += close.Length;
        cursor.Leave();
        return pieces.Build(cursor.Text[start..(cursor.At - close.Length)]);
    }

    private static int SkipQuoted(ShellCursor cursor, int index)
    {
        var quote = cursor.Text[index];
        for (var i = index + 1; i < cursor.Text.Length; i++)
        {
            if (cursor.Text[i] == '\\' && quote != '\'')
            {
                i++;
            }
            else if (cursor.Text[i] == quote)
            {
                return i;
            }
        }

        return cursor.Text.Length;
    }

    private static bool IsOpening(char c, string close) => c == (close == "]" ? '[' : '(');

    private static bool IsClosing(char c, string close) => c == close[0];

    private static bool AtClose(ShellCursor cursor, string close) => cursor.Current == close[0] && (close.Length == 1 || cursor.Peek(1) == close[1]);
}
