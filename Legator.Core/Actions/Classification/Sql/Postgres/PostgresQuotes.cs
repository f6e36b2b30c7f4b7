using System.Globalization;
using System.Text;

namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>Where comments, strings, names, numbers and operators end.</summary>
internal static class PostgresQuotes
{
    /// <summary>The end of the line, or of the text.</summary>
    public static int EndOfLine(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : at + end;
    }

    /// <summary>Behind a comment that may hold others; -1 when it is not closed.</summary>
    public static int EndOfComment(string text, int at)
    {
        var depth = 0;
        while (at + 1 < text.Length)
        {
            if (text[at] == '/' && text[at + 1] == '*')
            {
                depth++;
                at += 2;
            }
            else if (text[at] == '*' && text[at + 1] == '/')
            {
                at += 2;
                if (--depth == 0)
                {
                    return at;
                }
            }
            else
            {
                at++;
            }
        }

        return -1;
    }

    /// <summary>Behind a string, the parts that continue it on following lines included; -1 when it is not closed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quote">Index of the opening quote.</param>
    /// <param name="backslashes">Whether a backslash escapes.</param>
    /// <param name="escapedQuote">Whether a backslash stands right before a quote.</param>
    public static int EndOfString(string text, int quote, bool backslashes, out bool escapedQuote)
    {
        escapedQuote = false;
        var at = quote + 1;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '\\')
            {
                escapedQuote |= at + 1 < text.Length && text[at + 1] == '\'';
                at += backslashes ? 2 : 1;
            }
            else if (c != '\'')
            {
                at++;
            }
            else if (at + 1 < text.Length && text[at + 1] == '\'')
            {
                at += 2;
            }
            else if (Continuation(text, at + 1) is var next and >= 0)
            {
                at = next + 1;
            }
            else
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>Behind a dollar-quoted string; -1 when there is none or it is not closed.</summary>
    public static int EndOfDollarQuote(string text, int at)
    {
        var tag = at + 1;
        while (tag < text.Length && text[tag] != '$' && IsWordPart(text[tag]))
        {
            tag++;
        }

        if (tag >= text.Length || text[tag] != '$' || char.IsAsciiDigit(text[at + 1]))
        {
            return -1;
        }

        var mark = text.AsSpan(at, tag - at + 1);
        var end = text.AsSpan(tag + 1).IndexOf(mark);
        return end < 0 ? -1 : tag + 1 + end + mark.Length;
    }

    /// <summary>Behind an unquoted name.</summary>
    public static int EndOfWord(string text, int at)
    {
        while (at < text.Length && IsWordPart(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Behind a number. Older servers end it where a newer one would go on (<c>0x1f</c>, <c>1_000</c>); that matters only where a name that holds <c>$</c> would follow.</summary>
    public static int EndOfNumber(string text, int at)
    {
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            var digits = at + 2;
            while (digits < text.Length && (char.IsAsciiHexDigit(text[digits]) || text[digits] == '_'))
            {
                digits++;
            }

            return digits < text.Length && IsWordPart(text[digits]) ? at + 1 : digits;
        }

        var end = EndOfDecimal(text, at, EndOfDigits);
        return end < text.Length && IsWordPart(text[end]) ? EndOfDecimal(text, at, EndOfPlainDigits) : end;
    }

    /// <summary>Behind an operator: the longest run of its characters that holds no comment, without signs at its end unless it holds a character that makes them part of it.</summary>
    public static int EndOfOperator(string text, int at)
    {
        var end = at;
        var special = false;
        while (end < text.Length && IsOperatorPart(text[end]))
        {
            if (end + 1 < text.Length && ((text[end] == '-' && text[end + 1] == '-') || (text[end] == '/' && text[end + 1] == '*')))
            {
                break;
            }

            special |= text[end] is '~' or '!' or '@' or '#' or '^' or '&' or '|' or '`' or '?' or '%';
            end++;
        }

        while (!special && end > at + 1 && text[end - 1] is '+' or '-')
        {
            end--;
        }

        return end;
    }

    /// <summary>What a quoted name says, with its doubled quotes as one; null when it is empty or not closed.</summary>
    public static string? Name(string text, int quote, out int end)
    {
        end = quote + 1;
        while (end < text.Length && (text[end] != '"' || (end + 1 < text.Length && text[end + 1] == '"')))
        {
            end += text[end] == '"' ? 2 : 1;
        }

        if (end >= text.Length || end == quote + 1)
        {
            return null;
        }

        var name = text[(quote + 1)..end];
        end++;
        return name.Contains('"', StringComparison.Ordinal) ? name.Replace("\"\"", "\"", StringComparison.Ordinal) : name;
    }

    /// <summary>The escape character that <c>UESCAPE 'c'</c> behind a name names, or the backslash; moves behind it.</summary>
    public static char UnicodeEscape(string text, ref int at)
    {
        var word = SkipSpace(text, at);
        if (!text.AsSpan(word).StartsWith("uescape", StringComparison.OrdinalIgnoreCase))
        {
            return '\\';
        }

        var quote = SkipSpace(text, word + 7);
        if (quote + 2 >= text.Length || text[quote] != '\'' || text[quote + 2] != '\'')
        {
            return '\0';
        }

        at = quote + 3;
        return text[quote + 1];
    }

    /// <summary>Decodes <c>\0041</c> and <c>\+000041</c>; null when it is not well formed.</summary>
    public static string? Decode(string name, char escape)
    {
        if (escape == '\0')
        {
            return null;
        }

        var decoded = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != escape)
            {
                decoded.Append(name[i]);
            }
            else if (i + 1 < name.Length && name[i + 1] == escape)
            {
                decoded.Append(escape);
                i++;
            }
            else
            {
                var (skip, digits) = i + 1 < name.Length && name[i + 1] == '+' ? (2, 6) : (1, 4);
                if (i + skip + digits > name.Length
                    || !int.TryParse(name.AsSpan(i + skip, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    || code is 0 or > 0x10FFFF)
                {
                    return null;
                }

                decoded.Append(code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
                i += skip + digits - 1;
            }
        }

        return decoded.ToString();
    }

    // The opening quote of the part that continues a string; -1 when nothing does. There must be a line between them, and only space and line comments.
    private static int Continuation(string text, int at)
    {
        var line = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '\n' or '\r')
            {
                line = true;
                at++;
            }
            else if (c is ' ' or '\t' or '\f' or '\v')
            {
                at++;
            }
            else if (c == '-' && at + 1 < text.Length && text[at + 1] == '-')
            {
                at = EndOfLine(text, at);
            }
            else
            {
                return c == '\'' && line ? at : -1;
            }
        }

        return -1;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\n' or '\t' or '\r' or '\f' or '\v')
            {
                at++;
            }
            else if (text[at] == '-' && at + 1 < text.Length && text[at + 1] == '-')
            {
                at = EndOfLine(text, at);
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*' && EndOfComment(text, at) is var end and >= 0)
            {
                at = end;
            }
            else
            {
                break;
            }
        }

        return Math.Min(at, text.Length);
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '_' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int EndOfPlainDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int EndOfDecimal(string text, int at, Func<string, int, int> digits)
    {
        at = digits(text, at);
        if (at < text.Length && text[at] == '.' && !(at + 1 < text.Length && text[at + 1] == '.'))
        {
            at = digits(text, at + 1);
        }

        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return at;
        }

        var exponent = at + 1;
        if (exponent < text.Length && text[exponent] is '+' or '-')
        {
            exponent++;
        }

        return exponent < text.Length && char.IsAsciiDigit(text[exponent]) ? digits(text, exponent) : at;
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= 0x80;

    private static bool IsOperatorPart(char c) =>
        c is '~' or '!' or '@' or '#' or '^' or '&' or '|' or '`' or '?' or '+' or '-' or '*' or '/' or '%' or '<' or '>' or '=';
}
