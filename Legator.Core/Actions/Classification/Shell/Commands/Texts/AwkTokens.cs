namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Cuts an awk program into pieces.</summary>
internal static class AwkTokens
{
    private const int Longest = 20_000;

    private static readonly string[] Joined = ["**=", "||", "&&", ">>", "|&", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**"];

    /// <summary>The pieces; null when a string or a pattern does not end.</summary>
    public static List<AwkToken>? Cut(string text)
    {
        var tokens = new List<AwkToken>();
        var at = 0;
        if (text.Length > Longest)
        {
            return null;
        }

        while (at < text.Length)
        {
            var sign = text[at];
            if (sign is ' ' or '\t' or '\r' || (sign == '\\' && at + 1 < text.Length && text[at + 1] is '\n'))
            {
                at += sign == '\\' ? 2 : 1;
            }
            else if (sign == '#')
            {
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            }
            else if (sign == '"' || (sign == '/' && PatternMayStart(tokens)))
            {
                if (Quoted(text, ref at) is not { } quoted)
                {
                    return null;
                }

                tokens.Add(new AwkToken(sign == '"' ? 's' : 'r', quoted));
            }
            else
            {
                var token = Other(text, ref at);
                if (token is not ('l', "\n") || tokens.Count == 0 || tokens[^1] is not ('o', "," or "&&" or "||" or "{"))
                {
                    tokens.Add(token);
                }
            }
        }

        return tokens;
    }

    private static bool PatternMayStart(List<AwkToken> tokens)
    {
        if (tokens.Count == 0)
        {
            return true;
        }

        var last = tokens[^1];
        return last.Kind switch
        {
            's' or 'r' or 'n' => false,
            'w' => last.Text is "print" or "printf" or "return" or "in" or "case" or "else" or "do" or "exit",
            'l' => true,
            _ => last.Text == ")" ? ClosesCondition(tokens) : last.Text is not ("]" or "++" or "--"),
        };
    }

    private static bool ClosesCondition(List<AwkToken> tokens)
    {
        var depth = 0;
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            depth += tokens[i] is ('o', ")") ? 1 : tokens[i] is ('o', "(") ? -1 : 0;
            if (depth == 0)
            {
                return tokens[i - 1] is ('w', "if" or "while" or "for" or "switch");
            }
        }

        return false;
    }

    private static string? Quoted(string text, ref int at)
    {
        var mark = text[at];
        var start = ++at;
        var bracket = false;
        while (at < text.Length && text[at] != '\n')
        {
            var sign = text[at];
            if (sign == mark && !bracket)
            {
                return text[start..at++];
            }

            if (mark == '/')
            {
                // Versions differ in whether a bracket hides the slash.
                if (bracket && sign == '/')
                {
                    return null;
                }

                var first = bracket && (text[at - 1] == '[' || text.AsSpan(at - 2, 2) is "[^" || text[at - 1] is ':' or '.' or '=');
                bracket = sign == '[' || (bracket && (sign != ']' || first));
            }

            at += sign == '\\' ? 2 : 1;
        }

        return null;
    }

    private static AwkToken Other(string text, ref int at)
    {
        var start = at;
        var sign = text[at];
        if (char.IsAsciiLetter(sign) || sign == '_')
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_' || (text[at] == ':' && at + 2 < text.Length && text[at + 1] == ':')))
            {
                at++;
            }

            return new AwkToken('w', text[start..at]);
        }

        if (char.IsAsciiDigit(sign))
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }

            return new AwkToken('n', text[start..at]);
        }

        foreach (var joined in Joined)
        {
            if (text.AsSpan(at).StartsWith(joined))
            {
                at += joined.Length;
                return new AwkToken('o', joined);
            }
        }

        at++;
        return new AwkToken(sign is '\n' or ';' ? 'l' : 'o', text[start..at]);
    }
}
