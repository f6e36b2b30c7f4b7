using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads the parentheses after one of ? * + @ !, with their contents.</summary>
internal static class PatternReader
{
    /// <summary>Reads them.</summary>
    public static void Read(ShellCursor cursor, PieceBuilder pieces)
    {
        cursor.Enter();
        pieces.Append('(', Quoting.Pattern);
        cursor.At++;
        while (cursor.Current != ')')
        {
            if (cursor.AtEnd)
            {
                throw cursor.Problem("A pattern is not closed.");
            }

            if (cursor.Current == '(')
            {
                Read(cursor, pieces);
            }
            else if (!ReadPart(cursor, pieces))
            {
                pieces.Append(cursor.Text[cursor.At++], Quoting.Pattern);
            }
        }

        pieces.Append(')', Quoting.Pattern);
        cursor.At++;
        cursor.Leave();
    }

    private static bool ReadPart(ShellCursor cursor, PieceBuilder pieces) =>
        cursor.Current is '\'' or '"' or '\\' or '$' or '`' or '<' or '>' && WordReader.ReadPart(cursor, pieces);
}
