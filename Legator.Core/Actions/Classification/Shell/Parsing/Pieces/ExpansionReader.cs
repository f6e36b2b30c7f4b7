using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads what a dollar begins.</summary>
internal static class ExpansionReader
{
    /// <summary>Reads what a dollar begins, or the dollar itself.</summary>
    public static void Read(ShellCursor cursor, PieceBuilder pieces, Quoting quoting)
    {
        var next = cursor.Peek(1);
        switch (next)
        {
            case '(' when cursor.Peek(2) == '(' && ArithmeticReader.Closes(cursor, cursor.At + 3):
                cursor.At += 3;
                pieces.Add(new ArithmeticPiece(ArithmeticReader.Read(cursor, "))", counting: false), quoting));
                break;
            case '(':
                SubstitutionReader.Read(cursor, pieces, quoting);
                break;
            case '{':
                pieces.Add(ParameterReader.Read(cursor, quoting));
                break;
            case '[':
                cursor.At += 2;
                pieces.Add(new ArithmeticPiece(ArithmeticReader.Read(cursor, "]", counting: false), quoting));
                break;
            case '\'' when quoting != Quoting.Quoted && !cursor.Context.Plain:
                QuoteReader.ReadAnsi(cursor, pieces);
                break;
            case '"' when quoting != Quoting.Quoted:
                cursor.At++;
                QuoteReader.ReadDouble(cursor, pieces);
                break;
            case '\\' when cursor.Peek(2) == '\n':
                cursor.JoinLines(cursor.At + 1);
                Read(cursor, pieces, quoting);
                break;
            default:
                ReadPlain(cursor, pieces, quoting);
                break;
        }
    }

    private static void ReadPlain(ShellCursor cursor, PieceBuilder pieces, Quoting quoting)
    {
        var length = 1;
        if (Characters.IsNameStart(cursor.Peek(1)))
        {
            while (Characters.IsNamePart(cursor.Peek(length + 1)))
            {
                length++;
            }
        }
        else if (!char.IsAsciiDigit(cursor.Peek(1)) && !Characters.IsSpecialParameter(cursor.Peek(1)))
        {
            pieces.Append('$', quoting);
            cursor.At++;
            return;
        }

        pieces.Add(new ParameterPiece(cursor.Text.Substring(cursor.At + 1, length), cursor.Text.Substring(cursor.At, length + 1), quoting));
        cursor.At += length + 1;
    }
}
