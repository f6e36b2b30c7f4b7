using System.Text;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Pieces;

/// <summary>Decodes what stands between <c>$'</c> and <c>'</c>.</summary>
internal static class AnsiText
{
    /// <summary>The text that is meant. It ends at a NUL, as it does in the shells.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i++]);
                continue;
            }

            var before = result.Length;
            i += 1 + Escape(text[(i + 1)..], result);
            if (result.Length > before && result[before] == '\0')
            {
                return result.ToString(0, before);
            }
        }

        return result.ToString();
    }

    // How many characters after the backslash belong to the escape.
    private static int Escape(ReadOnlySpan<char> rest, StringBuilder result)
    {
        switch (rest[0])
        {
            case 'x':
                return Hexadecimal(rest, 2, result);
            case 'u':
                return Hexadecimal(rest, 4, result);
            case 'U':
                return Hexadecimal(rest, 8, result);
            case >= '0' and <= '7':
                return Octal(rest, result);
            case 'c' when rest.Length > 1:
                result.Append((char)(char.ToUpperInvariant(rest[1]) & 0x1f));
                return rest[1] == '\\' && rest.Length > 2 && rest[2] == '\\' ? 3 : 2;
        }

        var plain = Single(rest[0]);
        if (plain is null)
        {
            result.Append('\\').Append(rest[0]);
        }
        else
        {
            result.Append(plain.Value);
        }

        return 1;
    }

    private static char? Single(char c) => c switch
    {
        'a' => '\a',
        'b' => '\b',
        'e' or 'E' => '\x1b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        '\\' or '\'' or '"' or '?' => c,
        _ => null,
    };

    private static int Octal(ReadOnlySpan<char> rest, StringBuilder result)
    {
        var value = 0;
        var length = 0;
        while (length < 3 && length < rest.Length && rest[length] is >= '0' and <= '7')
        {
            value = (value * 8) + rest[length++] - '0';
        }

        result.Append((char)(value & 0xff));
        return length;
    }

    private static int Hexadecimal(ReadOnlySpan<char> rest, int most, StringBuilder result)
    {
        var braced = most == 2 && rest.Length > 1 && rest[1] == '{';
        var start = braced ? 2 : 1;
        var at = start;
        var value = 0L;
        while (at < rest.Length && (braced || at - start < most) && char.IsAsciiHexDigit(rest[at]))
        {
            value = ((value * 16) + Convert.ToInt32(rest[at++].ToString(), 16)) & 0xffffffff;
        }

        if (at == start && !braced)
        {
            result.Append('\\').Append(rest[0]);
            return 1;
        }

        Append(most == 2 ? value & 0xff : value, result);
        return braced && at < rest.Length && rest[at] == '}' ? at + 1 : at;
    }

    private static void Append(long value, StringBuilder result) =>
        result.Append(Rune.IsValid((int)Math.Min(value, int.MaxValue)) ? new Rune((int)value).ToString() : "\ufffd");
}
