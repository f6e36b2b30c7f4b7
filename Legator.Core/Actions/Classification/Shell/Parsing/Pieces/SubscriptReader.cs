using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads the <c>[…]</c> behind the name of an array.</summary>
internal static class SubscriptReader
{
    private const int LongestSubscript = 256;

    /// <summary>Reads a subscript and its brackets.</summary>
    public static ParsedWord Read(ShellCursor cursor)
    {
        cursor.Enter();
        var start = ++cursor.At;
        var pieces = new PieceBuilder();
        var open = 0;
        var plain = 0;
        while (cursor.Current != ']' || open > 0)
        {
            if (cursor.Current is '\\' or '"' or '$' or '`' or '\'')
            {
                OperandReader.ReadPart(cursor, pieces, Quoting.None);
                continue;
            }

            if (cursor.AtEnd || cursor.Current is '\n' or ';' || ++plain > LongestSubscript)
            {
                throw cursor.Problem("'[' is not closed.");
            }

            open += cursor.Current == '[' ? 1 : cursor.Current == ']' ? -1 : 0;
            pieces.Append(cursor.Text[cursor.At++], Quoting.None);
        }

        cursor.At++;
        cursor.Leave();
        return pieces.Build(cursor.Text[start..(cursor.At - 1)]);
    }

    /// <summary>Where the subscript that begins here ends, one past the bracket. Remembered, since a subscript may hold commands with subscripts of their own.</summary>
    public static int End(ShellCursor cursor, int start)
    {
        if (cursor.SubscriptEnds is not null && cursor.SubscriptEnds.TryGetValue(start, out var known))
        {
            return known;
        }

        var at = cursor.At;
        cursor.At = start;
        Read(cursor);
        (cursor.SubscriptEnds ??= [])[start] = cursor.At;
        (cursor.At, var end) = (at, cursor.At);
        return end;
    }
}
