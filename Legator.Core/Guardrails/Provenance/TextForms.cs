using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

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
        foreach (var c in text)
        {
            if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            {
                seen.Append(c);
            }
        }

        try
        {
            return seen.ToString().Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no other form.
            return seen.ToString();
        }
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
            while (end + 2 < text.Length && char.IsLetterOrDigit(text[end]) && text[end + 1] is ' ' or '-' or '.' or '_' or '\n' && char.IsLetterOrDigit(text[end + 2]) && (end + 3 == text.Length || !char.IsLetterOrDigit(text[end + 3])))
            {
                end += 2;
            }

            if (end - i >= 4 && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                words ??= new StringBuilder();
                for (var at = i; at <= end; at += 2)
                {
                    words.Append(text[at]);
                }

                words.Append(' ');
            }

            i = end;
        }

        if (words is not null)
        {
            forms.Add(words.ToString());
        }
    }

    private static void AddCodes(List<string> forms, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '+' or '/' or '-' or '_' or '='))
            {
                i++;
            }

            if (i - start >= ShortestCode && Decoded(text.AsSpan(start, i - start)) is { } found)
            {
                forms.Add(Plain(found));
            }
        }
    }

    private static string? Decoded(ReadOnlySpan<char> code)
    {
        if (code.Length % 2 == 0 && !code.ContainsAnyExcept("0123456789abcdefABCDEF"))
        {
            return Text(Convert.FromHexString(code));
        }

        var bytes = new byte[(code.Length / 4 * 3) + 3];
        var bare = code.TrimEnd('=');
        return Base64Url.TryDecodeFromChars(bare.ToString().Replace('+', '-').Replace('/', '_'), bytes, out var count) ? Text(bytes.AsSpan(0, count)) : null;
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

    /// <summary>"pay" + "ments".</summary>
    [GeneratedRegex("[\"'`]\\s*[+.]?\\s*[\"'`]")]
    private static partial Regex Joints();
}
