using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads <c>${…}</c>.</summary>
internal static class ParameterReader
{
    /// <summary>Reads one.</summary>
    public static ParameterPiece Read(ShellCursor cursor, Quoting quoting)
    {
        cursor.Enter();
        var start = cursor.At;
        cursor.At += 2;
        var length = cursor.Current == '#' && cursor.Peek(1) != '}' && MayStart(cursor.Peek(1)) && !(Characters.IsSpecialParameter(cursor.Peek(1)) && cursor.Peek(2) != '}');
        cursor.At += length ? 1 : 0;
        var indirect = !length && cursor.Current == '!' && (Characters.IsNamePart(cursor.Peek(1)) || (cursor.Peek(1) is '@' or '*' or '#' && cursor.Peek(2) == '}'));
        cursor.At += indirect ? 1 : 0;
        var name = ReadName(cursor);
        var subscript = cursor.Current == '[' && Characters.IsNameStart(name[0]) ? SubscriptReader.Read(cursor) : null;
        var sign = ReadSign(cursor);
        var operand = sign.Length == 0 ? null : OperandReader.Read(cursor, quoting, sign);
        if (cursor.Current != '}')
        {
            throw cursor.Problem("'${' is not closed.");
        }

        cursor.At++;
        cursor.Leave();
        return new ParameterPiece(name, cursor.Since(start), quoting)
        {
            Indirect = indirect, Length = length, Subscript = subscript, Operator = sign, Operand = operand,
        };
    }

    private static bool MayStart(char c) => Characters.IsNamePart(c) || Characters.IsSpecialParameter(c);

    private static string ReadName(ShellCursor cursor)
    {
        var start = cursor.At;
        if (Characters.IsNameStart(cursor.Current))
        {
            while (Characters.IsNamePart(cursor.Current))
            {
                cursor.At++;
            }
        }
        else if (char.IsAsciiDigit(cursor.Current))
        {
            while (char.IsAsciiDigit(cursor.Current))
            {
                cursor.At++;
            }
        }
        else if (Characters.IsSpecialParameter(cursor.Current))
        {
            cursor.At++;
        }

        return cursor.At > start ? cursor.Since(start) : throw cursor.Problem("'${' names no parameter.");
    }

    private static string ReadSign(ShellCursor cursor)
    {
        var length = (cursor.Current, cursor.Peek(1)) switch
        {
            ('}', _) => 0,
            (':', '-' or '=' or '?' or '+') => 2,
            ('#', '#') or ('%', '%') or ('^', '^') or (',', ',') or ('/', '/') => 2,
            ('/', '#' or '%') => 2,
            ('-' or '=' or '?' or '+' or ':' or '#' or '%' or '/' or '^' or ',', _) => 1,
            ('@', 'Q' or 'E' or 'P' or 'A' or 'a' or 'U' or 'u' or 'L' or 'K' or 'k') => 2,
            ('@' or '*', '}') => 1,
            _ => throw cursor.Problem("'${' holds a sign that is not known."),
        };
        var sign = cursor.Text.Substring(cursor.At, length);
        cursor.At += length;
        return sign;
    }
}
