using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Reads the text that a parameter is edited with, up to the closing brace, and the quoted parts of expressions.</summary>
internal static class OperandReader
{
    /// <summary>Reads an operand. Inside of double quotes, single quotes are plain, except around patterns.</summary>
    public static ParsedWord Read(ShellCursor cursor, Quoting quoting, string sign)
    {
        var pieces = new PieceBuilder();
        var start = cursor.At;
        var pattern = sign[0] is '#' or '%' or '/' or '^' or ',';
        while (cursor.Current != '}')
        {
            if (cursor.AtEnd)
            {
                throw cursor.Problem("'${' is not closed.");
            }

            if (quoting == Quoting.Quoted && cursor.Current == '\'')
            {
                ReadDoubtfulQuote(cursor, pieces, pattern);
            }
            else if (cursor.Current == '\\' || cursor.Current == '"' || cursor.Current == '$' || cursor.Current == '`' || cursor.Current == '\'')
            {
                ReadPart(cursor, pieces, quoting);
            }
            else if (cursor.AtProcess && quoting != Quoting.Quoted)
            {
                SubstitutionReader.ReadProcess(cursor, pieces);
            }
            else
            {
                pieces.Append(cursor.Text[cursor.At++], quoting);
            }
        }

        return pieces.Build(cursor.Since(start));
    }

    /// <summary>Reads a part that begins with a quote, a backslash, a dollar or a backtick.</summary>
    public static void ReadPart(ShellCursor cursor, PieceBuilder pieces, Quoting quoting)
    {
        switch (cursor.Current)
        {
            case '\\' when quoting == Quoting.Quoted && cursor.Peek(1) != '}':
                QuoteReader.ReadEscapeInDouble(cursor, pieces, quoteCounts: true);
                break;
            case '\\':
                QuoteReader.ReadEscape(cursor, pieces);
                break;
            case '"':
                QuoteReader.ReadDouble(cursor, pieces);
                break;
            case '$':
                ExpansionReader.Read(cursor, pieces, quoting);
                break;
            case '`':
                SubstitutionReader.ReadBackticks(cursor, pieces, quoting, inDoubleQuotes: quoting == Quoting.Quoted);
                break;
            default:
                QuoteReader.ReadSingle(cursor, pieces);
                break;
        }
    }

    // Shells disagree on single quotes in "${x:-'…'}"; that matters only where they hold something that could end it or run.
    private static void ReadDoubtfulQuote(ShellCursor cursor, PieceBuilder pieces, bool pattern)
    {
        var end = cursor.Text.IndexOf('\'', cursor.At + 1);
        var brace = cursor.Text.IndexOf('}', cursor.At + 1);
        if (end < 0 || brace < end || cursor.Text.AsSpan(cursor.At + 1, end - cursor.At - 1).IndexOfAny("}\"$`\\") >= 0)
        {
            cursor.Doubt("Shells disagree on single quotes inside of \"${…}\".");
        }

        if (pattern != cursor.Context.Plain)
        {
            QuoteReader.ReadSingle(cursor, pieces);
        }
        else
        {
            pieces.Append(cursor.Text[cursor.At++], Quoting.Quoted);
        }
    }
}
