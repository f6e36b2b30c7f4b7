using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads quotes and backslashes.</summary>
internal static class QuoteReader
{
    /// <summary>Reads <c>'…'</c>.</summary>
    public static void ReadSingle(ShellCursor cursor, PieceBuilder pieces)
    {
        var end = cursor.Text.IndexOf('\'', cursor.At + 1);
        if (end < 0)
        {
            throw cursor.Problem("A single quote is not closed.");
        }

        pieces.Append(cursor.Text.AsSpan(cursor.At + 1, end - cursor.At - 1), Quoting.Quoted);
        cursor.At = end + 1;
    }

    /// <summary>Reads <c>"…"</c>.</summary>
    public static void ReadDouble(ShellCursor cursor, PieceBuilder pieces)
    {
        cursor.Enter();
        cursor.At++;
        pieces.Append("", Quoting.Quoted);
        while (cursor.Current != '"')
        {
            if (cursor.AtEnd)
            {
                throw cursor.Problem("A double quote is not closed.");
            }

            ReadInDouble(cursor, pieces);
        }

        cursor.At++;
        cursor.Leave();
    }

    /// <summary>Reads a backslash outside of quotes.</summary>
    public static void ReadEscape(ShellCursor cursor, PieceBuilder pieces)
    {
        if (cursor.Peek(1) == '\n')
        {
            cursor.At += 2;
            return;
        }

        pieces.Append(cursor.At + 1 < cursor.Text.Length ? cursor.Text[cursor.At + 1] : '\\', Quoting.Quoted);
        cursor.At = Math.Min(cursor.At + 2, cursor.Text.Length);
    }

    /// <summary>Reads a backslash in double quotes. It counts before few characters only; elsewhere it stands for itself.</summary>
    public static void ReadEscapeInDouble(ShellCursor cursor, PieceBuilder pieces, bool quoteCounts)
    {
        var next = cursor.Peek(1);
        if (next == '\n')
        {
            cursor.At += 2;
        }
        else if (next is '$' or '`' or '\\' || (next == '"' && quoteCounts))
        {
            pieces.Append(next, Quoting.Quoted);
            cursor.At += 2;
        }
        else
        {
            pieces.Append('\\', Quoting.Quoted);
            cursor.At++;
        }
    }

    /// <summary>Reads <c>$'…'</c>.</summary>
    public static void ReadAnsi(ShellCursor cursor, PieceBuilder pieces)
    {
        var start = cursor.At + 2;
        cursor.At = start;
        while (cursor.Current != '\'')
        {
            if (cursor.At + 1 >= cursor.Text.Length)
            {
                throw cursor.Problem("A single quote is not closed.");
            }

            if (cursor.Current == '\\' && cursor.Peek(1) == '\'')
            {
                cursor.Doubt("A quote inside of $'…' ends the text in some shells, so they would read the rest differently.");
            }

            cursor.At += cursor.Current == '\\' ? 2 : 1;
        }

        pieces.Append(AnsiText.Decode(cursor.Text.AsSpan(start, cursor.At - start)), Quoting.Quoted);
        cursor.At++;
    }

    private static void ReadInDouble(ShellCursor cursor, PieceBuilder pieces)
    {
        switch (cursor.Current)
        {
            case '\\':
                ReadEscapeInDouble(cursor, pieces, quoteCounts: true);
                break;
            case '$':
                ExpansionReader.Read(cursor, pieces, Quoting.Quoted);
                break;
            case '`':
                SubstitutionReader.ReadBackticks(cursor, pieces, Quoting.Quoted, inDoubleQuotes: true);
                break;
            default:
                pieces.Append(cursor.Text[cursor.At++], Quoting.Quoted);
                break;
        }
    }
}
