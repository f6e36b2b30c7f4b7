using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Text;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>What a text says once the usual disguises are taken off: invisible characters, other letter forms, percent signs, escapes, base64, hexadecimal digits, letters that stand apart.</summary>
internal static partial class TextForms
{
    private const int ShortestCode = 12;
    private const int Deepest = 3;
    private const int MostCharacters = 4_000_000;

    /// <summary>The text and everything that is encoded in it.</summary>
    public static List<string> Of(string text)
    {
        var forms = new List<string> { Plain(text) };
        var left = MostCharacters;
        var (from, to) = (0, 1);
        for (var depth = 0; depth < Deepest && from < to; depth++)
        {
            for (var i = from; i < to && left > 0; i++)
            {
                left -= Add(forms, forms[i]);
            }

            (from, to) = (to, forms.Count);
        }

        return forms;
    }

    /// <summary>What is encoded in the text in base64 or hexadecimal digits, where nobody who reads it would see it.</summary>
    public static List<string> Hidden(string text)
    {
        var forms = new List<string>();
        var plain = Plain(text);
        plain = plain.Contains('%', StringComparison.Ordinal) ? WebUtility.UrlDecode(plain) : plain;
        AddCodes(forms, plain);
        forms.AddRange(Codes32().Matches(plain).Select(m => Decoded32(m.ValueSpan)).OfType<string>().Select(Plain));
        return [.. forms.SelectMany(Of)];
    }

    private static int Add(List<string> forms, string text)
    {
        var before = forms.Count;
        AddUnlessSame(forms, text, text.Contains('%', StringComparison.Ordinal) || text.Contains('+', StringComparison.Ordinal) ? WebUtility.UrlDecode(text) : text);
        AddUnlessSame(forms, text, text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
        AddUnlessSame(forms, text, text.Contains('\\', StringComparison.Ordinal) ? Unescaped(text) : text);
        AddUnlessSame(forms, text, Joints().Replace(text, ""));
        AddSpelledOut(forms, text);
        AddCodes(forms, text);
        var length = text.Length;
        for (var i = before; i < forms.Count; i++)
        {
            length += forms[i].Length;
        }

        return length;
    }

    private static void AddUnlessSame(List<string> forms, string text, string decoded)
    {
        if (!ReferenceEquals(text, decoded) && decoded != text)
        {
            forms.Add(Plain(decoded));
        }
    }

    /// <summary>Without what nobody sees, and with the ordinary letters for those that only look different.</summary>
    private static string Plain(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            {
                seen.Append(LookAlikes.Plain(rune).ToString());
            }
        }

        return seen.ToString();
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            var digits = text[++i] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && i + digits < text.Length && ushort.TryParse(text.AsSpan(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += digits;
            }
            else
            {
                plain.Append(text[i] is 'n' or 'r' or 't' ? ' ' : text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary>r-e-s-t-a-r-t, r e s t a r t.</summary>
    private static void AddSpelledOut(List<string> forms, string text)
    {
        StringBuilder? words = null;
        for (var i = 0; i < text.Length; i++)
        {
            var end = i;
            while (StandsAlone(text, end) && end + 1 < text.Length && text[end + 1] is ' ' or '-' or '.' or '_' or '*' or '|' or '/' or '\n' && StandsAlone(text, end + 2))
            {
                end += 2;
            }

            if (end - i < 4)
            {
                continue;
            }

            words ??= new StringBuilder();
            for (var at = i; at <= end; at += 2)
            {
                words.Append(text[at]);
            }

            words.Append(' ');
            i = end;
        }

        if (words is not null)
        {
            forms.Add(words.ToString());
        }
    }

    private static bool StandsAlone(string text, int at) =>
        at < text.Length && char.IsLetterOrDigit(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static void AddCodes(List<string> forms, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && IsOfCode(text[i]))
            {
                i++;
            }

            var code = text.AsSpan(start, i - start);
            AddCode(forms, code);
            if (code.IndexOfAny('/', '-', '_') >= 0)
            {
                foreach (var part in code.SplitAny('/', '-', '_'))
                {
                    AddCode(forms, code[part]);
                }
            }
        }
    }

    private static void AddCode(List<string> forms, ReadOnlySpan<char> code)
    {
        if (code.Length >= ShortestCode && Decoded(code) is { } found)
        {
            forms.Add(Plain(found));
        }
    }

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_';

    private static string? Decoded(ReadOnlySpan<char> code)
    {
        if (code.Length % 2 == 0 && !code.ContainsAnyExcept("0123456789abcdefABCDEF"))
        {
            return Text(Convert.FromHexString(code));
        }

        // A last sign that makes no byte is cut off; what is missing to a group of four is filled up.
        var bare = code.Length % 4 == 1 ? code[..^1] : code;
        var bytes = new byte[(bare.Length / 4 * 3) + 3];
        var whole = bare.ToString().Replace('-', '+').Replace('_', '/') + "=="[..((4 - (bare.Length % 4)) % 4)];
        return Convert.TryFromBase64String(whole, bytes, out var count) ? Text(bytes.AsSpan(0, count)) : null;
    }

    private static string? Decoded32(ReadOnlySpan<char> code)
    {
        var bytes = new List<byte>(code.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var c in code)
        {
            bits = (bits << 5) | (char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) - 'A' : c - '2' + 26);
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        return Text(bytes.ToArray());
    }

    /// <summary>Bytes that are text; null for others.</summary>
    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return null;
        }

        foreach (var b in bytes)
        {
            if (b < 32 && b is not (9 or 10 or 13))
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes);
    }

    [GeneratedRegex("(?<![A-Za-z0-9])(?:[A-Z2-7]{12,}|[a-z2-7]{12,})(?![A-Za-z0-9])")]
    private static partial Regex Codes32();

    /// <summary>"pay" + "ments".</summary>
    [GeneratedRegex("[\"'`]\\s*[+.]?\\s*[\"'`]")]
    private static partial Regex Joints();
}
