using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads a word, and every part that is not quoted.</summary>
internal static class WordReader
{
    /// <summary>Reads a word.</summary>
    public static ParsedWord Read(ShellCursor cursor)
    {
        var start = cursor.At;
        var length = PlainLength(cursor);
        if (EndsWord(cursor, start + length))
        {
            cursor.At += length;
            return length == 0 ? throw cursor.Problem("A word is missing.") : Plain(cursor, start);
        }

        if (length == 0 && Quoted(cursor) is { } quoted)
        {
            return quoted;
        }

        var pieces = new PieceBuilder();
        while (!cursor.AtEnd && ReadPart(cursor, pieces))
        {
        }

        return cursor.At == start ? throw cursor.Problem("A word is missing.") : pieces.Build(cursor.Since(start));
    }

    /// <summary>Reads a part of a word; false at its end.</summary>
    public static bool ReadPart(ShellCursor cursor, PieceBuilder pieces)
    {
        var length = PlainLength(cursor);
        if (length > 0)
        {
            pieces.Append(cursor.Text.AsSpan(cursor.At, length), Quoting.None);
            var pattern = cursor.CharAt(cursor.At + length) == '(' && Characters.IsPatternSign(cursor.Text[cursor.At + length - 1]);
            cursor.At += length;
            if (pattern)
            {
                PatternReader.Read(cursor, pieces);
            }

            return true;
        }

        switch (cursor.Current)
        {
            case '\'':
                QuoteReader.ReadSingle(cursor, pieces);
                return true;
            case '"':
                QuoteReader.ReadDouble(cursor, pieces);
                return true;
            case '\\':
                QuoteReader.ReadEscape(cursor, pieces);
                return true;
            case '$':
                ExpansionReader.Read(cursor, pieces, Quoting.None);
                return true;
            case '`':
                SubstitutionReader.ReadBackticks(cursor, pieces, Quoting.None, inDoubleQuotes: false);
                return true;
            case '<' or '>' when cursor.AtProcess:
                SubstitutionReader.ReadProcess(cursor, pieces);
                return true;
            default:
                return false;
        }
    }

    private static ParsedWord Plain(ShellCursor cursor, int start) => new(cursor.Since(start));

    // A word that stands in single quotes as a whole.
    private static ParsedWord? Quoted(ShellCursor cursor)
    {
        var end = cursor.Current == '\'' ? cursor.Text.IndexOf('\'', cursor.At + 1) : -1;
        if (end < 0 || !EndsWord(cursor, end + 1))
        {
            return null;
        }

        var start = cursor.At;
        cursor.At = end + 1;
        return new ParsedWord([new LiteralPiece(cursor.Text[(start + 1)..end], Quoting.Quoted)], cursor.Since(start));
    }

    private static int PlainLength(ShellCursor cursor)
    {
        var length = cursor.Text.AsSpan(cursor.At).IndexOfAny(Characters.Special);
        return length < 0 ? cursor.Text.Length - cursor.At : length;
    }

    // True when an unquoted word ends before this character.
    private static bool EndsWord(ShellCursor cursor, int index)
    {
        if (index >= cursor.Text.Length)
        {
            return true;
        }

        return cursor.Text[index] switch
        {
            ' ' or '\t' or '\n' or ';' or '&' or '|' or ')' => true,
            '<' or '>' => cursor.CharAt(index + 1) != '(',
            '(' => index == cursor.At || !Characters.IsPatternSign(cursor.Text[index - 1]),
            _ => false,
        };
    }
}
