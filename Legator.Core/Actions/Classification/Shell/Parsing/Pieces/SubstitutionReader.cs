using System.Text;
using Legator.Core.Actions.Classification.Shell.Parsing.Lines;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads the commands inside of a word: <c>$(…)</c>, backticks, <c>&lt;(…)</c>.</summary>
internal static class SubstitutionReader
{
    /// <summary>Reads <c>$(…)</c>.</summary>
    public static void Read(ShellCursor cursor, PieceBuilder pieces, Quoting quoting)
    {
        var start = cursor.At;
        cursor.At += 2;
        var body = ReadInner(cursor);
        pieces.Add(new CommandPiece(body, cursor.Since(start), quoting));
    }

    /// <summary>Reads <c>&lt;(…)</c> or <c>&gt;(…)</c>.</summary>
    public static void ReadProcess(ShellCursor cursor, PieceBuilder pieces)
    {
        var start = cursor.At;
        var writes = cursor.Current == '>';
        cursor.At += 2;
        var body = ReadInner(cursor);
        pieces.Add(new ProcessPiece(body, cursor.Since(start), writes));
    }

    /// <summary>Reads backticks.</summary>
    public static void ReadBackticks(ShellCursor cursor, PieceBuilder pieces, Quoting quoting, bool inDoubleQuotes)
    {
        var start = cursor.At++;
        var inner = new StringBuilder();
        while (cursor.Current != '`')
        {
            if (cursor.AtEnd)
            {
                throw cursor.Problem("A backtick is not closed.");
            }

            var escaped = cursor.Current == '\\' && (cursor.Peek(1) is '`' or '\\' or '$' || (inDoubleQuotes && cursor.Peek(1) == '"'));
            inner.Append(escaped ? cursor.Text[cursor.At + 1] : cursor.Text[cursor.At]);
            cursor.At += escaped ? 2 : 1;
        }

        cursor.At++;
        cursor.Enter();
        var body = ShellParser.ReadProgram(new ShellCursor(inner.ToString(), cursor.Context, cursor.Depth));
        cursor.Leave();
        pieces.Add(new CommandPiece(body, cursor.Since(start), quoting));
    }

    // Commands up to the closing parenthesis.
    private static CommandList ReadInner(ShellCursor cursor)
    {
        var outside = cursor.Documents.Enter();
        var body = ListReader.Read(cursor);
        cursor.Expect(')');
        cursor.Documents.Leave(cursor, outside);
        return body;
    }
}
