namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Finds where strings and quoted names end, and notes where that depends on the server.</summary>
internal static class MySqlQuotes
{
    /// <summary>The closing quote; -1 when there is none, which the list then names as its problem.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Index of the opening quote.</param>
    /// <param name="mode">Says whether a backslash escapes.</param>
    /// <param name="list">Where to note what was noticed.</param>
    public static int End(ReadOnlySpan<char> text, int open, MySqlMode mode, MySqlTokenList list)
    {
        var quote = text[open];
        var escapes = quote switch { '\'' => mode.Escapes, '"' => mode.DoubleEscapes, _ => false };
        for (var end = open + 1; end < text.Length; end++)
        {
            var c = text[end];
            if (c == '\\' && quote != '`')
            {
                Backslash(text, open, end, list);
                end += escapes ? 1 : 0;
            }
            else if (c == quote && end + 1 < text.Length && text[end + 1] == quote)
            {
                end++;
            }
            else if (c == quote)
            {
                return end;
            }
            else if (c == '\0')
            {
                break;
            }
        }

        list.Problem ??= "A quote is not closed.";
        return -1;
    }

    private static void Backslash(ReadOnlySpan<char> text, int open, int at, MySqlTokenList list)
    {
        // In some character sets a backslash is the second half of a letter.
        if (at > open + 1 && text[at - 1] > '\u007f')
        {
            list.Problem = "A backslash follows a letter that it could be part of in another character set.";
        }

        if (at + 1 < text.Length && (text[at + 1] == text[open] || text[at + 1] == '\\'))
        {
            list.EscapesMatter |= text[open] == '\'';
            list.DoubleEscapesMatter |= text[open] == '"';
        }
    }
}
