namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Cuts a text into tokens as a server does in one mode. What servers disagree about, or no client writes, is a problem.</summary>
internal ref struct MySqlLexer(ReadOnlySpan<char> text, MySqlMode mode, MySqlTokenList list)
{
    private readonly ReadOnlySpan<char> text = text;
    private MySqlComments comments = new(text, mode, list);
    private int at;

    /// <summary>Fills the list; stops at the first problem, which the list then names.</summary>
    public static void Fill(ReadOnlySpan<char> text, MySqlMode mode, MySqlTokenList list)
    {
        var lexer = new MySqlLexer(text, mode, list);
        while (list.Problem is null && lexer.at < text.Length)
        {
            lexer.Step();
        }

        lexer.comments.End();
    }

    private readonly char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    private void Step()
    {
        if (comments.Ends(at))
        {
            at = comments.LeaveCondition(at);
            return;
        }

        var c = text[at];
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\v' or '\f': at++; break;
            case '\'' or '"' or '`': Quote(at, Kind(c)); break;
            case '#': at = comments.SkipLine(at); break;
            case '-' when Next == '-': Dashes(); break;
            case '/' when Next == '*': at = comments.Skip(at); break;
            case '@': Variable(); break;
            case ':' when Next == '=': Add(MySqlTokenKind.Assignment, at, 2); break;
            case '\\' when Next == 'N': Add(MySqlTokenKind.Number, at, 2); break;
            case '\\' when Next is 'G' or 'g': End(); break;
            case >= '0' and <= '9': Number(); break;
            default: Other(c); break;
        }
    }

    // What people end a statement with in the command line client; for a server it is an error.
    private void End()
    {
        list.Add(new MySqlToken(MySqlTokenKind.Symbol, MySqlWordUse.Name, ';', at, 2));
        at += 2;
    }

    // Two dashes begin a comment only where space follows them.
    private void Dashes()
    {
        var following = at + 2 < text.Length ? text[at + 2] : ' ';
        if (following is <= ' ' or '\u007f')
        {
            at = comments.SkipLine(at);
        }
        else if (following > '\u007f')
        {
            list.Problem = "Two dashes may or may not begin a comment.";
        }
        else
        {
            list.Add(new MySqlToken(MySqlTokenKind.Symbol, MySqlWordUse.Name, '-', at++, 1));
        }
    }

    private void Other(char c)
    {
        if (MySqlCharacters.InName(c))
        {
            Word();
        }
        else if (c is > ' ' and < '\u007f' and not '\\')
        {
            list.Add(new MySqlToken(MySqlTokenKind.Symbol, MySqlWordUse.Name, c, at++, 1));
        }
        else
        {
            list.Problem = "A character stands outside of quotes that no statement has there.";
        }
    }

    private void Add(MySqlTokenKind kind, int start, int length)
    {
        list.Add(new MySqlToken(kind, MySqlWordUse.Name, '\0', start, length));
        at = start + length;
    }

    private void Word()
    {
        var end = EndOfName(at);
        var word = text[at..end];
        if (word[0] == '$')
        {
            // Newer servers have strings in dollar signs, older ones take the same text for a name.
            list.Problem = "A name begins with a dollar sign.";
            return;
        }

        list.Add(new MySqlToken(MySqlTokenKind.Word, MySqlWords.UseOf(word), '\0', at, word.Length));
        at = end;
    }

    private readonly int EndOfName(int from)
    {
        while (from < text.Length && MySqlCharacters.InName(text[from]))
        {
            from++;
        }

        return from;
    }

    // 1  1.5  1e5  1.5e-5  0xff; and 1abc, which is a name.
    private void Number()
    {
        var end = EndOfName(at);
        var run = text[at..end];
        var digits = run.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0 && end < text.Length && text[end] == '.')
        {
            end = MySqlCharacters.EndOfFraction(text, end + 1);
        }
        else if (digits == run.Length - 1 && (run[^1] | 0x20) == 'e')
        {
            end = MySqlCharacters.EndOfExponent(text, end);
        }
        else if (digits >= 0 && !MySqlCharacters.IsNumber(run))
        {
            list.Add(new MySqlToken(MySqlTokenKind.Word, MySqlWordUse.Name, '\0', at, run.Length));
            at = end;
            return;
        }

        if (end < text.Length && MySqlCharacters.InName(text[end]))
        {
            list.Problem = "A number runs into a name.";
            return;
        }

        Add(MySqlTokenKind.Number, at, end - at);
    }

    private void Variable()
    {
        var system = Next == '@';
        var start = at + (system ? 2 : 1);
        var kind = system ? MySqlTokenKind.SystemVariable : MySqlTokenKind.UserVariable;
        if (start < text.Length && text[start] is '\'' or '"' or '`')
        {
            Quote(start, kind);
            return;
        }

        var end = start;
        while (end < text.Length && (MySqlCharacters.InName(text[end]) || (!system && text[end] == '.')))
        {
            end++;
        }

        if (end == start)
        {
            list.Add(new MySqlToken(MySqlTokenKind.Symbol, MySqlWordUse.Name, '@', at++, 1));
            return;
        }

        Add(kind, start, end - start);
    }

    private void Quote(int quote, MySqlTokenKind kind)
    {
        var end = MySqlQuotes.End(text, quote, mode, list);
        if (end >= 0)
        {
            Add(kind, quote + 1, end - quote - 1);
            at = end + 1;
        }
    }

    private static MySqlTokenKind Kind(char quote) => quote switch
    {
        '\'' => MySqlTokenKind.Text,
        '"' => MySqlTokenKind.DoubleQuoted,
        _ => MySqlTokenKind.Quoted,
    };
}
